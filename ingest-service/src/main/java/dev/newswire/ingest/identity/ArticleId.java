package dev.newswire.ingest.identity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Identifiers of articles: 26 characters, Crockford base32 of the first 128 bits of SHA-256 over the best that is known of
 * the article: its publisher's own id, else its canonical URL, else its title and day.
 */
public final class ArticleId {

    private static final Pattern FORM = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");

    private ArticleId() {}

    /** Whether the text has the form of an article id. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** Of an article by its publisher's own identifier, which counts within its source. */
    public static String ofExternal(String source, String externalId) {
        return Digest.of(source + '\0' + externalId).base32();
    }

    /** Of an article by its canonical URL, whichever source it was found through. */
    public static String ofUrl(String canonicalUrl) {
        return Digest.of(canonicalUrl).base32();
    }

    /**
     * Of an article that has neither: by source, title without regard to case, and day of publication in UTC (none where
     * that is unknown).
     */
    public static String ofTitle(String source, String title, @Nullable Instant publishedAt) {
        String day = publishedAt == null
                ? ""
                : publishedAt.atOffset(ZoneOffset.UTC).toLocalDate().toString();
        return Digest.of(source + '\0' + title.toLowerCase(Locale.ROOT) + '\0' + day)
                .base32();
    }

    /** The identifier by the best of what is known. */
    public static String of(
            String source,
            @Nullable String externalId,
            @Nullable String canonicalUrl,
            String title,
            @Nullable Instant publishedAt) {
        if (externalId != null) {
            return ofExternal(source, externalId);
        }
        return canonicalUrl != null ? ofUrl(canonicalUrl) : ofTitle(source, title, publishedAt);
    }
}
