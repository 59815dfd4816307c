package dev.newswire.ingest.source;

import dev.newswire.ingest.normalise.Text;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * The headline of a page. The heading that readers see wins where it is the only one or where the page's metadata agree with
 * it; what the metadata say alone often carries the name of the site, or words for search engines.
 */
final class PageTitle {

    private static final Pattern MARKUP = Pattern.compile("</?(?:i|em|b|strong|u|span|sup|sub)(?:\\s[^<>]*)?>");
    private static final Pattern SEPARATOR = Pattern.compile("\\s+[|–—·•»:-]+\\s+|:\\s+(?=\\S+$)|\\s+\\(");
    private static final Pattern SITE_SUFFIX = Pattern.compile("\\s+(?:[|–—·•»]|-|::)\\s+[^|–—·•»]{2,60}$");
    private static final Pattern SITE_PREFIX = Pattern.compile(".{2,40}(?::|\\s[|–—·•»-])\\s+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** A heading of one topic and metadata of another share less than this part of the words of the shorter one. */
    private static final double LEAST_SHARED = 0.25;

    /** Longer than "The ", which is no label. */
    private static final int LONGEST_ARTICLE = 4;

    private static final int SHORTEST_HEADING = 10;
    private static final int LONGEST_HEADING = 300;

    private PageTitle() {}

    /**
     * The headline, or null where the page has none.
     *
     * @param stated by the metadata, or null
     * @param siteName as the page gives it, or null
     */
    static @Nullable String of(Document page, PageScan scan, @Nullable String stated, @Nullable String siteName) {
        String metadata = stated == null ? "" : plain(stated);
        String element = Text.oneLine(page.title());
        List<String> headings = scan.headings().stream()
                .map(PageScan.Heading::text)
                .filter(heading -> heading.length() <= LONGEST_HEADING)
                .filter(heading -> siteName == null || !heading.equalsIgnoreCase(siteName.strip()))
                .distinct()
                .toList();
        for (String heading : headings) {
            if (agree(heading, metadata) || agree(heading, element)) {
                return heading;
            }
        }
        String best = metadata.isEmpty() ? element : metadata;
        if (headings.size() == 1 && headings.get(0).length() >= SHORTEST_HEADING) {
            String told = best.isEmpty() ? "" : withoutSite(best, siteName);
            return isAbout(headings.get(0), told) ? withoutName(headings.get(0), siteName) : told;
        }
        if (best.isEmpty()) {
            return headings.isEmpty() ? null : headings.get(0);
        }
        return withoutSite(best, siteName);
    }

    /** The metadata begin or end with the heading; what is left may be the name of the site. */
    private static boolean agree(String heading, String title) {
        String shown = heading.toLowerCase(Locale.ROOT);
        String told = title.toLowerCase(Locale.ROOT);
        if (shown.equals(told)) {
            return true;
        }
        if (shown.length() < SHORTEST_HEADING) {
            return false;
        }
        boolean begins = told.startsWith(shown)
                && SEPARATOR.matcher(told.substring(shown.length())).lookingAt();
        return begins
                || (told.endsWith(shown)
                        && SITE_PREFIX
                                .matcher(told.substring(0, told.length() - shown.length()))
                                .matches());
    }

    /** Whether the only heading is the headline: not where it shares few words with the metadata, or adds a label to them. */
    private static boolean isAbout(String heading, String told) {
        if (told.isEmpty()) {
            return true;
        }
        Set<String> shown = words(heading);
        Set<String> said = words(told);
        int smaller = Math.min(shown.size(), said.size());
        boolean addsLabel = heading.length() > told.length() + LONGEST_ARTICLE
                && heading.regionMatches(true, heading.length() - told.length(), told, 0, told.length());
        shown.retainAll(said);
        return !addsLabel && shown.size() >= smaller * LEAST_SHARED;
    }

    private static Set<String> words(String title) {
        return new HashSet<>(Arrays.asList(NO_WORD.split(title.toLowerCase(Locale.ROOT), -1)));
    }

    private static String withoutSite(String title, @Nullable String siteName) {
        String cut = withoutName(title, siteName);
        return cut.equals(title) ? SITE_SUFFIX.matcher(title).replaceFirst("") : cut;
    }

    private static String withoutName(String title, @Nullable String siteName) {
        String name = siteName == null ? "" : siteName.strip();
        boolean endsWithName = !name.isEmpty()
                && title.length() > name.length()
                && title.regionMatches(true, title.length() - name.length(), name, 0, name.length());
        if (!endsWithName) {
            return title;
        }
        String rest = title.substring(0, title.length() - name.length()).strip();
        String cut = rest.replaceFirst("\\s*[|–—·•»:-]+$", "");
        return cut.isEmpty() || cut.equals(rest) ? title : cut;
    }

    private static String plain(String stated) {
        String text = MARKUP.matcher(stated).replaceAll("");
        return Text.oneLine(text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false));
    }
}
