package dev.newswire.ingest.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How often a feed asks to be polled.
 *
 * @param timeToLive for which a copy stays fresh (RSS {@code ttl}), or null
 * @param updateInterval between two updates (RSS module Syndication: period divided by frequency), or null
 * @param skipHours hours of the day in UTC, 0 to 23, in which nothing new comes
 * @param skipDays days of the week in which nothing new comes
 */
public record FeedSchedule(
        @Nullable Duration timeToLive,
        @Nullable Duration updateInterval,
        Set<Integer> skipHours,
        Set<DayOfWeek> skipDays) {

    /** Of a feed that asks for nothing. */
    public static final FeedSchedule NONE = new FeedSchedule(null, null, Set.of(), Set.of());
}
