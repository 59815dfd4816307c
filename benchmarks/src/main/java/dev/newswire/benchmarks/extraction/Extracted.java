package dev.newswire.benchmarks.extraction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was taken from a page.
 *
 * @param title or empty
 * @param authors in order
 * @param day calendar day of publication in the page's own time zone, ISO 8601, or null
 * @param text paragraphs separated by line feeds, or empty
 * @param refusal why nothing was taken, or null
 */
record Extracted(
        String title,
        List<String> authors,
        @Nullable String day,
        String text,
        @Nullable String refusal) {

    /** Of a page that has no article. */
    static Extracted refused(String reason) {
        return new Extracted("", List.of(), null, "", reason);
    }
}
