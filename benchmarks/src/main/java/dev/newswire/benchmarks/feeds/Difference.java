package dev.newswire.benchmarks.feeds;

import dev.newswire.ingest.feed.FeedDocument;
import dev.newswire.ingest.feed.FeedException;
import dev.newswire.ingest.feed.FeedParser;
import dev.newswire.ingest.feed.FeedText;
import dev.newswire.ingest.feed.ParsedFeed;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jsoup.nodes.Entities;

/**
 * Why an expectation does not hold.
 *
 * @param reason that failures are grouped by
 * @param detail what was expected and what there is
 */
record Difference(String reason, String detail) {

    private static final int SHOWN = 160;

    static Difference of(Expression conjunct, Evaluation evaluation) {
        String field = conjunct.paths().get(0).name();
        if (!(conjunct instanceof Expression.Comparison comparison)) {
            return new Difference(field + ": other than expected", "");
        }
        Object ours = evaluation.value(comparison.left());
        Object expected = evaluation.value(comparison.right());
        String detail = "expected " + show(expected) + " found " + show(ours);
        if (ours == FeedView.NONE) {
            return new Difference(field + ": not there", detail);
        }
        if (ours instanceof FeedText text && expected instanceof String html) {
            return new Difference(reason(field, text, html), detail);
        }
        return new Difference(field + ": differs", detail);
    }

    /** What our sanitiser makes of the expected HTML tells whether it alone is the difference. */
    private static String reason(String field, FeedText ours, String expected) {
        if (ours.isHtml() && SameHtml.matches(ours, sanitised(expected))) {
            Set<String> missing = SameHtml.missing(ours.value(), expected);
            return missing.isEmpty()
                    ? "HTML: sanitised further"
                    : "HTML: not kept by policy: " + String.join(" ", missing);
        }
        if (SameHtml.plain(ours.value()).equals(SameHtml.plain(expected))) {
            return field + ": the same text with other tags";
        }
        return field + ": other text";
    }

    private static String sanitised(String html) {
        String feed = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title type=\"html\">" + Entities.escape(html)
                + "</title></feed>";
        try {
            ParsedFeed parsed =
                    new FeedParser().parse(new FeedDocument(feed.getBytes(StandardCharsets.UTF_8), null, null));
            return parsed.title() == null ? "" : parsed.title().value();
        } catch (FeedException impossible) {
            return html;
        }
    }

    private static String show(Object value) {
        String text =
                value == FeedView.NONE ? "nothing" : value instanceof FeedText html ? html.value() : value.toString();
        String line = text.replace("\n", "\\n");
        return "`" + (line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…") + "`";
    }
}
