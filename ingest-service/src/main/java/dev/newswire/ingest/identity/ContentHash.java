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
        List<@Nullable Object> parts = new ArrayList<>();
        parts.add(article.getTitle());
        parts.add(article.getBody());
        parts.addAll(counted(article.getAuthors()));
        parts.add(article.getPublishedAtEstimated() ? null : article.getPublishedAt());
        parts.add(article.getSource());
        parts.add(article.getLanguage());
        parts.add(article.getCanonicalUrl());
        parts.add(article.getEmbargoUntil());
        parts.addAll(counted(article.getDeclaredRelated()));
        return Digest.of(unambiguous(parts)).hex(16);
    }

    private static List<Object> counted(@Nullable List<String> values) {
        List<String> given = values == null ? List.of() : values;
        List<Object> parts = new ArrayList<>();
        parts.add(given.size());
        parts.addAll(given);
        return parts;
    }

    /** Each part with its length before it, so that no text can pose as two. */
    private static String unambiguous(List<@Nullable Object> parts) {
        StringBuilder text = new StringBuilder();
        for (Object part : parts) {
            String value = part == null ? "" : part.toString();
            text.append(part == null ? -1 : value.length()).append(':').append(value);
        }
        return text.toString();
    }
}
