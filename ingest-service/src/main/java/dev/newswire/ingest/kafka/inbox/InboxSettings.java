package dev.newswire.ingest.kafka.inbox;

import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.config.Settings;

/**
 * What the environment sets of the inbox.
 *
 * @param isOn whether this instance reads the inbox
 * @param recordBytes longest value that is read; longer ones go to quarantine
 */
public record InboxSettings(boolean isOn, int recordBytes) {

    /** What {@code --help} prints. */
    public static final String USAGE = """
              NEWSWIRE_INGEST_INBOX                on          on or off: whether news.article.inbox.v1 is read
              NEWSWIRE_INGEST_INBOX_RECORD_BYTES   8388608     longest value of a record of the inbox
            """;

    private static final int MEBIBYTE = 1024 * 1024;

    /** @throws SettingException if one of them must be mended */
    public static InboxSettings of(Settings settings) {
        String word = settings.text("NEWSWIRE_INGEST_INBOX", "on");
        if (!word.equalsIgnoreCase("on") && !word.equalsIgnoreCase("off")) {
            throw new SettingException("NEWSWIRE_INGEST_INBOX is \"" + word + "\" but takes on or off.");
        }
        return new InboxSettings(
                word.equalsIgnoreCase("on"),
                settings.integer("NEWSWIRE_INGEST_INBOX_RECORD_BYTES", 8 * MEBIBYTE, 1_024, 256 * MEBIBYTE));
    }
}
