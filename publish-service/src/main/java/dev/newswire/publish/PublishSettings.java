package dev.newswire.publish;

import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.config.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What can be set about publishing.
 *
 * @param feedLimit most entries of a feed
 * @param snapshotEntries most entries of a snapshot
 * @param snapshotInterval least time between two snapshots of a feed
 * @param minimumSalience least salience of an entity whose feed takes the article, 0 to 1
 * @param feedPartitions partitions of the repartition by feed: as many as the feed topics have
 * @param departureRetention how long feeds tell of entries that left
 * @param collapsedFeeds families of built-in feeds that show copies under their original
 * @param linkedFeeds families of built-in feeds whose entries tell links; those that collapse do so too
 * @param definitions of feeds that count; those with the greatest ids are left out
 */
record PublishSettings(
        int feedLimit,
        int snapshotEntries,
        Duration snapshotInterval,
        float minimumSalience,
        int feedPartitions,
        Duration departureRetention,
        Set<String> collapsedFeeds,
        Set<String> linkedFeeds,
        int definitions) {
    private static final List<String> FAMILIES = List.of("latest", "source", "language", "entity", "story");

    static PublishSettings of(Settings settings) {
        return new PublishSettings(
                settings.integer("NEWSWIRE_FEED_LIMIT", 500, 1, 10_000),
                settings.integer("NEWSWIRE_SNAPSHOT_ENTRIES", 50, 1, 500),
                settings.duration("NEWSWIRE_SNAPSHOT_INTERVAL", Duration.ofSeconds(1)),
                (float) settings.decimal("NEWSWIRE_ENTITY_FEED_SALIENCE", 0.15, 0, 1),
                settings.integer("NEWSWIRE_PARTITIONS", 12, 1, 10_000),
                settings.duration("NEWSWIRE_DELETED_ENTRY_RETENTION", Duration.ofDays(30)),
                families(settings, "NEWSWIRE_COLLAPSED_FEEDS", "latest"),
                families(settings, "NEWSWIRE_LINKED_FEEDS", "latest,story"),
                settings.integer("NEWSWIRE_FEED_DEFINITIONS", 20_000, 0, 1_000_000));
    }

    private static Set<String> families(Settings settings, String name, String preset) {
        String given = settings.text(name, preset);
        Set<String> families = new TreeSet<>();
        for (String family : given.equals("none") ? new String[0] : given.split(",")) {
            if (!FAMILIES.contains(family.strip())) {
                throw new SettingException(name + " is \"" + given + "\" but takes none, or some of "
                        + String.join(", ", FAMILIES) + ", with commas between them.");
            }
            families.add(family.strip());
        }
        return families;
    }
}
