package dev.newswire.enrich;

import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.config.Settings;
import java.time.Duration;

/**
 * What can be set about enriching.
 *
 * @param partitions of the repartitions
 * @param window articles further apart than this are not compared
 * @param postingsPerKey newest articles that stand under one key
 * @param postingsAtHand postings that one instance with all partitions keeps in memory, some 2 KB each
 * @param linksPerKey links that an article may make under one key when it comes
 * @param linksPerArticle computed links that are told of an article
 * @param relatedInterval changes of links wait at most so long to be written together
 * @param relatedPause least time between two writings of an article's links; withdrawals and names of stories do not wait
 * @param definitions of entities that count; those with the greatest ids are left out
 */
record EnrichSettings(
        int partitions,
        Duration window,
        int postingsPerKey,
        int postingsAtHand,
        int linksPerKey,
        int linksPerArticle,
        Duration relatedInterval,
        Duration relatedPause,
        int definitions) {
    EnrichSettings {
        requireSome("NEWSWIRE_RELATED_WINDOW", window);
        requireSome("NEWSWIRE_RELATED_INTERVAL", relatedInterval);
    }

    static EnrichSettings of(Settings settings) {
        return new EnrichSettings(
                settings.integer("NEWSWIRE_PARTITIONS", 12, 1, 10_000),
                settings.duration("NEWSWIRE_RELATED_WINDOW", Duration.ofDays(7)),
                settings.integer("NEWSWIRE_POSTINGS_PER_KEY", 256, 1, 100_000),
                settings.integer("NEWSWIRE_POSTINGS_AT_HAND", 100_000, 0, 100_000_000),
                settings.integer("NEWSWIRE_LINKS_PER_KEY", 20, 1, 1_000),
                settings.integer("NEWSWIRE_LINKS_PER_ARTICLE", 20, 1, 200),
                settings.duration("NEWSWIRE_RELATED_INTERVAL", Duration.ofMillis(200)),
                settings.duration("NEWSWIRE_RELATED_PAUSE", Duration.ofSeconds(10)),
                settings.integer("NEWSWIRE_ENTITY_DEFINITIONS", 100_000, 0, 10_000_000));
    }

    private static void requireSome(String name, Duration value) {
        if (value.toMillis() == 0) {
            throw new SettingException(name + " is " + value + " but takes a duration of at least a millisecond.");
        }
    }
}
