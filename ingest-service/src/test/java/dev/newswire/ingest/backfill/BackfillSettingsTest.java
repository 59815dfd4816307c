package dev.newswire.ingest.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.config.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BackfillSettingsTest {

    @Test
    void defaultsLeaveRoomForLiveNews() {
        assertThat(BackfillSettings.of(Settings.of(Map.of())))
                .isEqualTo(new BackfillSettings(
                        100, 10 * 1024 * 1024, 500, Duration.ofSeconds(1), 10 * 1024 * 1024, 10 * 1024 * 1024));
    }

    @Test
    void everySettingIsRead() {
        Settings settings = Settings.of(Map.of(
                "NEWSWIRE_BACKFILL_ARTICLES_PER_SECOND", "1",
                "NEWSWIRE_BACKFILL_BYTES_PER_SECOND", "2048",
                "NEWSWIRE_BACKFILL_LIVE_LAG_RECORDS", "3",
                "NEWSWIRE_BACKFILL_LAG_INTERVAL", "PT4S",
                "NEWSWIRE_INGEST_DOCUMENT_BYTES", "5000",
                "NEWSWIRE_INGEST_LINE_BYTES", "6000"));

        assertThat(BackfillSettings.of(settings))
                .isEqualTo(new BackfillSettings(1, 2_048, 3, Duration.ofSeconds(4), 5_000, 6_000));
    }

    @Test
    void wrongValueIsToldWithItsName() {
        assertThatThrownBy(() -> BackfillSettings.of(Settings.of(Map.of("NEWSWIRE_BACKFILL_ARTICLES_PER_SECOND", "0"))))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("NEWSWIRE_BACKFILL_ARTICLES_PER_SECOND");
        assertThatThrownBy(() -> BackfillSettings.of(Settings.of(Map.of("NEWSWIRE_BACKFILL_LAG_INTERVAL", "PT0S"))))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("NEWSWIRE_BACKFILL_LAG_INTERVAL");
    }
}
