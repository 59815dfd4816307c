package dev.newswire.ingest.backfill;

import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.config.Settings;
import java.time.Duration;

/**
 * How fast history comes in, and when it waits.
 *
 * @param articlesPerSecond most, on average over a second
 * @param bytesPerSecond most of documents before they are read, on average over a second
 * @param liveLagRecords history waits while the live lane is further behind
 * @param lagInterval how often the live lane is looked at
 * @param documentBytes largest document
 * @param lineBytes longest line of NDJSON
 */
public record BackfillSettings(
        int articlesPerSecond,
        long bytesPerSecond,
        long liveLagRecords,
        Duration lagInterval,
        int documentBytes,
        int lineBytes) {

    private static final int MEBIBYTE = 1024 * 1024;
    private static final int LARGEST = 1_000 * MEBIBYTE;

    /** Requires an interval of at least a millisecond. */
    public BackfillSettings {
        if (lagInterval.toMillis() == 0) {
            throw new SettingException("NEWSWIRE_BACKFILL_LAG_INTERVAL is " + lagInterval
                    + " but takes a duration of at least a millisecond.");
        }
    }

    /**
     * Reads the settings {@code NEWSWIRE_BACKFILL_*}.
     *
     * @throws SettingException if one must be mended
     */
    public static BackfillSettings of(Settings settings) {
        return new BackfillSettings(
                settings.integer("NEWSWIRE_BACKFILL_ARTICLES_PER_SECOND", 100, 1, 1_000_000),
                settings.number("NEWSWIRE_BACKFILL_BYTES_PER_SECOND", 10L * MEBIBYTE, 1_024, Long.MAX_VALUE),
                settings.number("NEWSWIRE_BACKFILL_LIVE_LAG_RECORDS", 500, 0, Long.MAX_VALUE),
                settings.duration("NEWSWIRE_BACKFILL_LAG_INTERVAL", Duration.ofSeconds(1)),
                settings.integer("NEWSWIRE_INGEST_DOCUMENT_BYTES", 10 * MEBIBYTE, 1_024, LARGEST),
                settings.integer("NEWSWIRE_INGEST_LINE_BYTES", 10 * MEBIBYTE, 1_024, LARGEST));
    }
}
