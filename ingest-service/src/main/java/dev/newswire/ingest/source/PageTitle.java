package dev.newswire.ingest.source;

import dev.newswire.ingest.normalise.Text;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * The headline of a page. The heading that readers see wins where it is the only one or where the page's metadata agree with
 * it; what the metadata say alone often carries the name of the site, or words for search engines.
 */
final class PageTitle {

    private static final Pattern MARKUP = Pattern.compile("</?(?:i|em|b|strong|u|span|sup|sub)(?:\\s[^<>]*)?>");
    private static final Pattern SEPARATOR = Pattern.compile("\\s+[|–—·•»:-]+\\s+|:\\s+(?=\\S+$)");
    private static final Pattern SITE_SUFFIX = Pattern.compile("\\s+(?:[|–—·•»]|-|::)\\s+[^|–—·•»]{2,60}$");
    private static final int SHORTEST_HEADING = 10;
    private static final int LONGEST_HEADING = 300;

    private PageTitle() {}

    /**
     * The headline, or null where the page has none.
     *
     * @param stated by the metadata, or null
     * @param siteName as the page gives it, or null
     */
    static @Nullable String of(Document page, @Nullable String stated, @Nullable String siteName) {
        String metadata = stated == null ? "" : plain(stated);
        String element = Text.oneLine(page.title());
        List<String> headings = page.select("h1").stream()
                .map(Element::text)
                .map(Text::oneLine)
                .filter(heading -> !heading.isEmpty() && heading.length() <= LONGEST_HEADING)
                .filter(heading -> siteName == null || !heading.equalsIgnoreCase(siteName.strip()))
                .distinct()
                .toList();
        for (String heading : headings) {
            if (agree(heading, metadata) || agree(heading, element)) {
                return heading;
            }
        }
        if (headings.size() == 1 && headings.get(0).length() >= SHORTEST_HEADING) {
            return headings.get(0);
        }
        String best = metadata.isEmpty() ? element : metadata;
        if (best.isEmpty()) {
            return headings.isEmpty() ? null : headings.get(0);
        }
        return withoutSite(best, siteName);
    }

    /** One begins with the other, up to what may be the name of the site. */
    private static boolean agree(String heading, String title) {
        String shown = heading.toLowerCase(Locale.ROOT);
        String told = title.toLowerCase(Locale.ROOT);
        if (shown.equals(told)) {
            return true;
        }
        return shown.length() >= SHORTEST_HEADING
                && told.startsWith(shown)
                && SEPARATOR.matcher(told.substring(shown.length())).lookingAt();
    }

    private static String withoutSite(String title, @Nullable String siteName) {
        String name = siteName == null ? "" : siteName.strip();
        boolean endsWithName = !name.isEmpty()
                && title.length() > name.length()
                && title.regionMatches(true, title.length() - name.length(), name, 0, name.length());
        if (endsWithName) {
            String rest = title.substring(0, title.length() - name.length()).strip();
            String cut = rest.replaceFirst("\\s*[|–—·•»:-]+$", "");
            return cut.isEmpty() ? title : cut;
        }
        return SITE_SUFFIX.matcher(title).replaceFirst("");
    }

    private static String plain(String stated) {
        String text = MARKUP.matcher(stated).replaceAll("");
        return Text.oneLine(text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false));
    }
}
