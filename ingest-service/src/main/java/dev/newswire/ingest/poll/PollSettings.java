package dev.newswire.ingest.poll;

import dev.newswire.platform.config.Settings;

/**
 * What the environment sets about polling.
 *
 * @param sourcesFile list of sources, empty where nothing is polled
 * @param threads polls at once
 * @param rememberedItems of one source
 */
public record PollSettings(String sourcesFile, int threads, int rememberedItems) {

    /** Part of what {@code --help} prints. */
    public static final String USAGE = """
              NEWSWIRE_INGEST_SOURCES_FILE         none        list of feeds, sitemaps and pages to poll (sources.yaml)
              NEWSWIRE_POLL_THREADS                8           polls at once
              NEWSWIRE_POLL_REMEMBERED_ITEMS       4000        of each source, so that none is sent twice
            """;

    /** @throws dev.newswire.platform.config.SettingException if one must be mended */
    public static PollSettings of(Settings settings) {
        return new PollSettings(
                settings.text("NEWSWIRE_INGEST_SOURCES_FILE", ""),
                settings.integer("NEWSWIRE_POLL_THREADS", 8, 1, 256),
                settings.integer("NEWSWIRE_POLL_REMEMBERED_ITEMS", 4_000, 100, 50_000));
    }
}
