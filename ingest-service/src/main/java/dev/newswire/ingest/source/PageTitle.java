package dev.newswire.ingest.source;

import dev.newswire.ingest.normalise.Text;
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
    private static final Pattern NUMBER_BEFORE = Pattern.compile("(?:\\d{1,4} )?");
    private static final Pattern NUMBER_AFTER = Pattern.compile("(?: (?:\\p{L}{1,3} )?[\\[(]?\\d{4}[])]?)?");

    /** A heading of one topic and metadata of another share less than this part of the words of the shorter one. */
    private static final double LEAST_SHARED = 0.25;

    /** Longer than "The ", which is no label. */
    private static final int LONGEST_ARTICLE = 4;

    /** What is longer is a paragraph in the form of a heading. */
    private static final int LONGEST_HEADING = 200;

    /** A section or a blog is seldom called by so many words. */
    private static final int HEADLINE_WORDS = 6;

    /** The first of several headings must share at least this part of the shorter one's words with the metadata. */
    private static final double CLOSELY_SHARED = 0.5;

    private static final int CLOSELY_WORDS = 4;

    /** A heading of so few words may be the topic of the page only ("Index funds"). */
    private static final int TOPIC_WORDS = 4;

    private final String declared;
    private final String preview;
    private final String element;
    private final SiteName site;
    private final List<String> headings;

    private PageTitle(Document page, PageScan scan, @Nullable String headline, SiteName site) {
        String stated = headline == null ? "" : plain(headline);
        String shared = scan.metas().first("og:title", "twitter:title");
        this.preview = shared == null ? "" : plain(shared);
        this.element = Text.oneLine(page.title());
        this.declared = TitleWords.isCutFrom(preview, stated) || TitleWords.isCutFrom(element, stated) ? "" : stated;
        this.site = site;
        this.headings = scan.headings().stream()
                .map(PageScan.Heading::text)
                .filter(heading -> heading.length() <= LONGEST_HEADING && !site.is(heading))
                .distinct()
                .toList();
    }

    /**
     * The headline, or null where the page has none.
     *
     * @param headline of the page's JSON-LD, or null
     * @param siteName as the page gives it, or null
     */
    static @Nullable String of(Document page, PageScan scan, @Nullable String headline, @Nullable String siteName) {
        PageTitle titles = new PageTitle(page, scan, headline, new SiteName(siteName));
        String title = titles.choose();
        return title == null ? null : SiteName.cutOffBars(titles.withNumber(title));
    }

    private @Nullable String choose() {
        String metadata = declared.isEmpty() ? preview : declared;
        String agreed = headingThatAgreesWith(metadata);
        agreed = agreed == null ? headingThatAgreesWith(element) : agreed;
        if (agreed != null) {
            return site.cutOff(agreed);
        }
        String best = metadata.isEmpty() ? element : metadata;
        String told = best.isEmpty() ? "" : site.cutOffAny(best);
        if (headings.isEmpty()) {
            return told.isEmpty() ? null : told;
        }
        return isHeadline(headings.get(0), told) ? site.cutOff(headings.get(0)) : told;
    }

    /** Headings leave out the year or the count that the same headline has where it stands alone ("9 tips", "… in 2025"). */
    private String withNumber(String title) {
        String alone = preview.isEmpty() ? "" : site.cutOffAny(preview);
        int start = alone.toLowerCase(Locale.ROOT).indexOf(title.toLowerCase(Locale.ROOT));
        if (start < 0 || alone.length() == title.length()) {
            return title;
        }
        String before = alone.substring(0, start);
        String after = alone.substring(start + title.length());
        return NUMBER_BEFORE.matcher(before).matches()
                        && NUMBER_AFTER.matcher(after).matches()
                ? alone
                : title;
    }

    private @Nullable String headingThatAgreesWith(String title) {
        return headings.stream()
                .filter(heading -> TitleWords.agree(heading, title))
                .findFirst()
                .orElse(null);
    }

    /** Whether the first heading is the headline although the metadata say something else, if anything. */
    private boolean isHeadline(String heading, String told) {
        if (told.isEmpty()) {
            return true;
        }
        boolean isOnly = headings.size() == 1;
        if ((isOnly && heading.length() < TitleWords.SHORTEST_HEADING)
                || addsLabel(heading, told)
                || isTopic(heading, told)) {
            return false;
        }
        Set<String> shown = new HashSet<>(TitleWords.of(heading));
        Set<String> said = new HashSet<>(TitleWords.of(told));
        int smaller = Math.min(shown.size(), said.size());
        boolean isLong = shown.size() >= HEADLINE_WORDS && !heading.endsWith(":");
        shown.retainAll(said);
        return isOnly
                ? isLong || shown.size() >= smaller * LEAST_SHARED
                : smaller >= CLOSELY_WORDS && shown.size() >= smaller * CLOSELY_SHARED;
    }

    /**
     * Whether the heading names no more than a topic, which is no sentence, where preview and title element agree on a headline
     * of at least twice as many words. Where words are not written apart, they cannot be counted.
     */
    private boolean isTopic(String heading, String told) {
        int count = TitleWords.of(heading).size();
        List<String> said = TitleWords.of(told);
        return count <= TOPIC_WORDS
                && said.size() >= 2 * count
                && !Prose.endsSentence(heading)
                && Prose.weight(heading) == heading.length()
                && said.equals(TitleWords.of(site.cutOffAny(preview)))
                && said.equals(TitleWords.of(site.cutOffAny(element)));
    }

    /** Whether the heading is what the metadata say behind a label ("Blog: ") that these do not begin with anywhere. */
    private boolean addsLabel(String heading, String told) {
        int label = heading.length() - told.length();
        return label > LONGEST_ARTICLE
                && heading.regionMatches(true, label, told, 0, told.length())
                && !preview.regionMatches(true, 0, heading, 0, label)
                && !element.regionMatches(true, 0, heading, 0, label);
    }

    private static String plain(String stated) {
        String text = MARKUP.matcher(stated).replaceAll("");
        return Text.oneLine(text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false));
    }
}
