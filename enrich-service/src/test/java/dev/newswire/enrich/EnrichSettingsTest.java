package dev.newswire.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.config.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnrichSettingsTest {
    @Test
    void defaults() {
        assertThat(EnrichSettings.of(Settings.of(Map.of())))
                .isEqualTo(new EnrichSettings(
                        12,
                        Duration.ofDays(7),
                        256,
                        100_000,
                        20,
                        20,
                        Duration.ofMillis(200),
                        Duration.ofSeconds(10),
                        100_000));
    }

    @Test
    void everythingCanBeSet() {
        Map<String, String> environment = Map.of(
                "NEWSWIRE_PARTITIONS", "3",
                "NEWSWIRE_RELATED_WINDOW", "P2D",
                "NEWSWIRE_POSTINGS_PER_KEY", "50",
                "NEWSWIRE_POSTINGS_AT_HAND", "60",
                "NEWSWIRE_LINKS_PER_KEY", "7",
                "NEWSWIRE_LINKS_PER_ARTICLE", "9",
                "NEWSWIRE_RELATED_INTERVAL", "PT1S",
                "NEWSWIRE_RELATED_PAUSE", "PT0S",
                "NEWSWIRE_ENTITY_DEFINITIONS", "5000");

        assertThat(EnrichSettings.of(Settings.of(environment)))
                .isEqualTo(new EnrichSettings(
                        3, Duration.ofDays(2), 50, 60, 7, 9, Duration.ofSeconds(1), Duration.ZERO, 5_000));
    }

    @Test
    void durationsOfNothingAreRefused() {
        assertThatThrownBy(() -> EnrichSettings.of(Settings.of(Map.of("NEWSWIRE_RELATED_WINDOW", "PT0S"))))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("NEWSWIRE_RELATED_WINDOW");
    }
}
