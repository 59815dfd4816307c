package dev.newswire.ingest.normalise;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A publication time as far as it can be trusted.
 *
 * @param at the time, or null where the source gives none that is usable
 * @param estimated whether it was worked out from a relative time ("2 hours ago")
 * @param raw the words of the source where they could not be used, else null
 * @param warning what was wrong or assumed, else null
 */
public record PublicationTime(
        @Nullable Instant at,
        boolean estimated,
        @Nullable String raw,
        @Nullable String warning) {

    /** Nothing before the web is a scraped article's time of publication. */
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    /** Clocks and time zones differ; more than a day ahead is a mistake. */
    private static final Duration LATEST_AFTER_RECEIPT = Duration.ofHours(24);

    private static final int RAW_LIMIT = 200;

    /**
     * Reads the words of a source.
     *
     * @param words ISO 8601, RFC 1123, a common written form, epoch seconds or milliseconds, or relative; null for none
     * @param fetchedAt what relative times count from
     * @param receivedAt what the range is checked against
     */
    public static PublicationTime of(@Nullable String words, Instant fetchedAt, Instant receivedAt) {
        String text = words == null ? "" : Text.oneLine(words);
        if (text.isEmpty()) {
            return new PublicationTime(null, false, null, null);
        }
        if (text.length() > RAW_LIMIT) {
            return unusable(text, "publication time is not readable");
        }
        Instant timestamp = Timestamp.of(text);
        if (timestamp != null) {
            return checked(timestamp, false, text, null, receivedAt);
        }
        Instant relative = RelativeTime.of(text, fetchedAt);
        if (relative != null) {
            return checked(relative, true, text, null, receivedAt);
        }
        WrittenTime written = WrittenTime.of(text);
        if (written == null) {
            return unusable(text, "publication time is not readable");
        }
        return checked(written.at(), false, text, written.assumption(), receivedAt);
    }

    /** Whether the words are a time and nothing else. */
    public static boolean isTime(String words) {
        return read(words) != null || RelativeTime.of(words, Instant.EPOCH) != null;
    }

    /** The time that the words give by themselves, of any year; null where they are relative or not readable. */
    public static @Nullable Instant read(String words) {
        String text = Text.oneLine(Text.head(words, RAW_LIMIT));
        WrittenTime written = WrittenTime.of(text);
        return written == null ? null : written.at();
    }

    private static PublicationTime checked(
            Instant at, boolean estimated, String text, @Nullable String assumption, Instant receivedAt) {
        if (at.isBefore(EARLIEST)) {
            return unusable(text, "publication time is before 1990");
        }
        if (at.isAfter(receivedAt.plus(LATEST_AFTER_RECEIPT))) {
            return unusable(text, "publication time is more than 24 hours after receipt");
        }
        return new PublicationTime(at, estimated, null, assumption);
    }

    private static PublicationTime unusable(String text, String why) {
        String raw = Text.head(text, RAW_LIMIT);
        return new PublicationTime(null, false, raw, why + ": \"" + raw + "\"");
    }
}
