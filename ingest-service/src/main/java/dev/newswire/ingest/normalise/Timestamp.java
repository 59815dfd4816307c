package dev.newswire.ingest.normalise;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The form of time that programs write, {@code 2025-07-30T10:00:00Z} (RFC 3339 without fraction, in UTC). Nearly all feeds
 * and scrapers send it, and it needs none of the patterns of {@link WrittenTime}.
 */
final class Timestamp {

    private static final String FORM = "0000-00-00T00:00:00Z";

    private Timestamp() {}

    /** The time, or null where the text has another form or no such time exists. */
    static @Nullable Instant of(String text) {
        if (!hasForm(text)) {
            return null;
        }
        try {
            return LocalDateTime.of(
                            number(text, 0, 4),
                            number(text, 5, 7),
                            number(text, 8, 10),
                            number(text, 11, 13),
                            number(text, 14, 16),
                            number(text, 17, 19))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException noSuchTime) {
            return null;
        }
    }

    private static boolean hasForm(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char c = text.charAt(i);
            boolean fits = FORM.charAt(i) == '0' ? c >= '0' && c <= '9' : c == FORM.charAt(i);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static int number(String digits, int start, int end) {
        return Integer.parseInt(digits, start, end, 10);
    }
}
