package dev.newswire.platform.lag;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a group is behind in a partition.
 *
 * @param topic that the group reads
 * @param partition of it, from 0
 * @param committed offset that the group goes on from; -1 where it has never committed one
 * @param end offset behind the last committed record
 * @param records between the two, markers of transactions counted; 0 where none of them is a record
 * @param unreadSince time of the first record that the group has not read; null where there is none, or none could be
 *     looked at in time
 */
public record PartitionLag(
        String topic,
        int partition,
        long committed,
        long end,
        long records,
        @Nullable Instant unreadSince) {
    /** How long the first unread record has been there; zero where there is none. */
    public Duration age(Instant now) {
        return unreadSince == null || unreadSince.isAfter(now) ? Duration.ZERO : Duration.between(unreadSince, now);
    }
}
