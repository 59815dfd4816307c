package dev.newswire.publish;

import dev.newswire.platform.config.Settings;
import java.time.Duration;

/**
 * What can be set about publishing.
 *
 * @param feedLimit most entries of a feed
 * @param snapshotEntries most entries of a snapshot
 * @param snapshotInterval least time between two snapshots of a feed
 * @param minimumSalience least salience of an entity whose feed takes the article, 0 to 1
 * @param feedPartitions partitions of the repartition by feed: as many as the feed topics have
 * @param departureRetention how long feeds tell of entries that left
 */
record PublishSettings(
        int feedLimit,
        int snapshotEntries,
        Duration snapshotInterval,
        float minimumSalience,
        int feedPartitions,
        Duration departureRetention) {
    static PublishSettings of(Settings settings) {
        return new PublishSettings(
                settings.integer("NEWSWIRE_FEED_LIMIT", 500, 1, 10_000),
                settings.integer("NEWSWIRE_SNAPSHOT_ENTRIES", 50, 1, 500),
                settings.duration("NEWSWIRE_SNAPSHOT_INTERVAL", Duration.ofSeconds(1)),
                (float) settings.decimal("NEWSWIRE_ENTITY_FEED_SALIENCE", 0, 0, 1),
                settings.integer("NEWSWIRE_PARTITIONS", 12, 1, 10_000),
                settings.duration("NEWSWIRE_DELETED_ENTRY_RETENTION", Duration.ofDays(30)));
    }
}
