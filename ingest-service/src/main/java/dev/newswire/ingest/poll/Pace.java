package dev.newswire.ingest.poll;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long to wait between polls. Pure arithmetic: chance comes in as a number from 0 to 1. */
final class Pace {

    private static final double FASTER = 0.6;
    private static final double SLOWER = 1.4;
    private static final double SPREAD = 0.1;
    private static final Duration FIRST_BACK_OFF = Duration.ofMinutes(1);
    private static final Duration LONGEST_BACK_OFF = Duration.ofDays(1);
    private static final int MOST_DOUBLINGS = 20;

    private Pace() {}

    /** Before anything is known: nearer to the shorter end, so that a busy source is soon found to be one. */
    static Duration first(Source source) {
        return clamp(source.minimumInterval().multipliedBy(3), source);
    }

    /** The interval of a source that had something new is shortened, that of one that had not is lengthened. */
    static Duration next(Source source, Duration interval, boolean isChanged) {
        return clamp(times(interval, isChanged ? FASTER : SLOWER), source);
    }

    /**
     * Time to the next poll after a good one.
     *
     * @param interval of the source by its own pace
     * @param asked time that server or feed ask for between polls, or null; it cannot make a source wait longer than its
     *     maximum interval
     * @param chance spreads polls that would otherwise fall together
     */
    static Duration pause(Source source, Duration interval, @Nullable Duration asked, double chance) {
        Duration bounded = asked == null || asked.compareTo(interval) < 0 ? interval : asked;
        Duration longest = source.maximumInterval();
        Duration pause = bounded.compareTo(longest) > 0 ? longest : bounded;
        return times(pause, 1 + SPREAD * chance);
    }

    /**
     * Time to the next poll after a failed one: doubled with each failure in a row, with "equal jitter".
     *
     * @param failures in a row, at least 1
     * @param retryAfter what the server asks for, or null; at most a day is given
     */
    static Duration backOff(Source source, int failures, @Nullable Duration retryAfter, double chance) {
        Duration least =
                source.minimumInterval().compareTo(FIRST_BACK_OFF) < 0 ? FIRST_BACK_OFF : source.minimumInterval();
        Duration full = least.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        Duration capped = full.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : full;
        Duration jittered = times(capped, 0.5 + chance / 2);
        if (retryAfter == null || retryAfter.compareTo(jittered) < 0) {
            return jittered;
        }
        return retryAfter.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : retryAfter;
    }

    private static Duration clamp(Duration interval, Source source) {
        if (interval.compareTo(source.minimumInterval()) < 0) {
            return source.minimumInterval();
        }
        return interval.compareTo(source.maximumInterval()) > 0 ? source.maximumInterval() : interval;
    }

    private static Duration times(Duration duration, double factor) {
        return Duration.ofMillis(Math.round(duration.toMillis() * factor));
    }
}
