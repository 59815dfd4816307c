package dev.newswire.publish.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Numbers, times and names as pages show them. */
final class Words {
    private static final DateTimeFormatter SPOKEN =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Words() {}

    /** {@code 1 article}, {@code 2 articles}. */
    static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** A time for people, to the minute, in UTC. */
    static String spoken(Instant time) {
        return SPOKEN.format(time) + " UTC";
    }

    /** A day for people, in UTC. */
    static String day(Instant time) {
        return DAY.format(time);
    }

    /** A time for {@code datetime}, to the second. */
    static String machine(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** An enum constant as the name of a style: ORGANISATION is {@code organisation}. */
    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
