package dev.newswire.publish.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Dates in the form of RFC 9110, section 5.6.7: {@code Sun, 06 Nov 1994 08:49:37 GMT}. */
final class HttpDates {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private HttpDates() {}

    static String of(Instant time) {
        return FORM.format(time);
    }

    /** The instant that a header names; empty where it is absent or not in the form. */
    static Optional<Instant> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.from(FORM.parse(text.strip())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * The first whole second at or after an instant. A date that is rounded up and not told before it has come cannot
     * hide a second change within the same second.
     */
    static Instant roundUp(Instant time) {
        Instant second = time.truncatedTo(ChronoUnit.SECONDS);
        return second.equals(time) ? time : second.plusSeconds(1);
    }
}
