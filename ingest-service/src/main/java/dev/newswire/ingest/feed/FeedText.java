package dev.newswire.ingest.feed;

import dev.newswire.ingest.normalise.HtmlText;
import dev.newswire.ingest.normalise.Text;
import org.jspecify.annotations.Nullable;

/**
 * A text of a feed.
 *
 * @param value plain text, or a fragment of HTML without anything active in it, its URLs absolute where there is a base
 * @param isHtml which of the two
 * @param language BCP 47 tag that the feed states for this text, or null
 */
public record FeedText(
        String value, boolean isHtml, @Nullable String language) {

    /** As one line of plain text, as a headline is. */
    public String line() {
        return isHtml ? HtmlText.oneLine(value) : Text.oneLine(value);
    }

    /** As plain text, one paragraph a line. */
    public String paragraphs() {
        return isHtml ? HtmlText.of(value) : Text.paragraphs(value);
    }
}
