package dev.newswire.publish.render;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times as people and as feeds write them, in UTC. */
final class Times {
    private static final DateTimeFormatter SPOKEN =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Times() {}

    /** For people, to the minute. */
    static String spoken(Instant time) {
        return SPOKEN.format(time) + " UTC";
    }

    /** RFC 3339, to the second. */
    static String rfc3339(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
