package dev.newswire.ingest.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The parts of a scraped aggregator page. What stands between them is the site's own and is dropped: hash tags, offers of
 * its tools, comments.
 *
 * @param main the article
 * @param related everything after "Related Articles"
 */
record PageSections(List<PageLine> main, List<PageLine> related) {

    private static final Pattern RELATED = Pattern.compile("(?i)related (?:articles|stories|news):?");
    private static final Pattern SURE = Pattern.compile(
            "(?i)try our ai features|explore what .{1,60} can do for you:?" + "|no comments yet(?:\\.{2,3}|…)?");
    private static final Pattern LIKELY = Pattern.compile("(?i)hash ?tags:?|comments(?: \\(\\d+\\))?:?");
    private static final Pattern HASHTAGS = Pattern.compile("(?:#[\\p{L}\\p{N}_]++[ ,]*+)++");

    /** Splits a page. */
    static PageSections of(List<PageLine> lines) {
        int end = 0;
        while (end < lines.size() && !isMarker(lines, end)) {
            end++;
        }
        int related = end;
        while (related < lines.size() && !isRelatedMarker(lines.get(related))) {
            related++;
        }
        List<PageLine> after = related < lines.size() ? lines.subList(related + 1, lines.size()) : List.of();
        return new PageSections(lines.subList(0, end), withoutBoilerplate(after));
    }

    private static List<PageLine> withoutBoilerplate(List<PageLine> lines) {
        List<PageLine> kept = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean isBoilerplate =
                    isMarker(lines, i) || HASHTAGS.matcher(lines.get(i).text()).matches();
            kept.add(isBoilerplate ? new PageLine(lines.get(i).number(), "") : lines.get(i));
        }
        return kept;
    }

    private static boolean isRelatedMarker(PageLine line) {
        return RELATED.matcher(line.text()).matches();
    }

    /** "Comments" may be a heading in a text: it ends the article only where no running text follows it. */
    private static boolean isMarker(List<PageLine> lines, int at) {
        PageLine line = lines.get(at);
        if (isRelatedMarker(line) || SURE.matcher(line.text()).matches()) {
            return true;
        }
        return LIKELY.matcher(line.text()).matches() && !runningTextFollows(lines, at + 1);
    }

    private static boolean runningTextFollows(List<PageLine> lines, int from) {
        for (PageLine line : lines.subList(from, lines.size())) {
            String text = line.text();
            if (isRelatedMarker(line)
                    || SURE.matcher(text).matches()
                    || LIKELY.matcher(text).matches()) {
                return false;
            }
            if (Prose.isRunningText(text)) {
                return true;
            }
        }
        return false;
    }
}
