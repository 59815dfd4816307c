package dev.newswire.ingest.identity;

import dev.newswire.schema.RawArticle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes an article's content what it is, in 32 hexadecimal digits. Two events with the same hash say the same.
 *
 * <p>A publication time that was worked out from a relative one does not count: it drifts with every fetch.
 */
public final class ContentHash {

    private ContentHash() {}

    /** Of everything but the hash itself, the times of receipt and revision, and the warnings. */
    public static String of(RawArticle.Builder article) {
        List<String> parts = new ArrayList<>();
        add(article.getTitle(), parts);
        add(article.getBody(), parts);
        addAll(article.getAuthors(), parts);
        add(article.getPublishedAtEstimated() ? null : article.getPublishedAt(), parts);
        add(article.getSource(), parts);
        add(article.getLanguage(), parts);
        add(article.getCanonicalUrl(), parts);
        add(article.getEmbargoUntil(), parts);
        addAll(article.getDeclaredRelated(), parts);
        if (article.getSection() != null) {
            // Articles without one keep the hash that they had before sections were read.
            add(article.getSection(), parts);
        }
        return Digest.of(parts).hex(16);
    }

    private static void addAll(@Nullable List<String> values, List<String> parts) {
        List<String> given = values == null ? List.of() : values;
        add(given.size(), parts);
        given.forEach(value -> add(value, parts));
    }

    /** With its length before it, so that no text can pose as two. */
    private static void add(@Nullable Object value, List<String> parts) {
        if (value == null) {
            parts.add("-1:");
            return;
        }
        String text = value.toString();
        parts.add(text.length() + ":");
        parts.add(text);
    }
}
