package dev.newswire.ingest.feed;

import static dev.newswire.ingest.feed.Vocabulary.CORE;
import static dev.newswire.ingest.feed.Vocabulary.SYNDICATION;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads how often a feed asks to be polled: RSS 2.0's ttl, skipHours and skipDays, and the RSS 1.0 module Syndication. */
final class ScheduleMapper {

    private static final long LONGEST_MINUTES = Duration.ofDays(366).toMinutes();
    private static final Map<String, Duration> PERIODS = Map.of(
            "hourly", Duration.ofHours(1),
            "daily", Duration.ofDays(1),
            "weekly", Duration.ofDays(7),
            "monthly", Duration.ofDays(30),
            "yearly", Duration.ofDays(365));

    private ScheduleMapper() {}

    static FeedSchedule map(FeedElement channel) {
        return new FeedSchedule(timeToLive(channel), interval(channel), hours(channel), days(channel));
    }

    private static @Nullable Duration timeToLive(FeedElement channel) {
        Long minutes = number(channel.childText(CORE, "ttl"));
        return minutes == null || minutes < 1 || minutes > LONGEST_MINUTES ? null : Duration.ofMinutes(minutes);
    }

    private static @Nullable Duration interval(FeedElement channel) {
        String stated = channel.childText(SYNDICATION, "updateperiod");
        Duration period = stated == null ? null : PERIODS.get(stated.toLowerCase(Locale.ROOT));
        Long frequency = number(channel.childText(SYNDICATION, "updatefrequency"));
        if (period == null) {
            return null;
        }
        return frequency == null || frequency < 1 ? period : period.dividedBy(frequency);
    }

    /** The hour 24 means midnight, as 0 does: versions of RSS differ. */
    private static Set<Integer> hours(FeedElement channel) {
        Set<Integer> hours = new TreeSet<>();
        FeedElement skipped = channel.child(CORE, "skiphours");
        if (skipped != null) {
            for (FeedElement hour : skipped.children(CORE, "hour")) {
                Long number = number(hour.text());
                if (number != null && number >= 0 && number <= 24) {
                    hours.add((int) (number % 24));
                }
            }
        }
        return Set.copyOf(hours);
    }

    private static Set<DayOfWeek> days(FeedElement channel) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        FeedElement skipped = channel.child(CORE, "skipdays");
        if (skipped != null) {
            for (FeedElement day : skipped.children(CORE, "day")) {
                for (DayOfWeek known : DayOfWeek.values()) {
                    if (known.name().equalsIgnoreCase(day.text())) {
                        days.add(known);
                    }
                }
            }
        }
        return Set.copyOf(days);
    }

    private static @Nullable Long number(@Nullable String digits) {
        return digits == null || !digits.matches("\\d{1,9}") ? null : Long.valueOf(digits);
    }
}
