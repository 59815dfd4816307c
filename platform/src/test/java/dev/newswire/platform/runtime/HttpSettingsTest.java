package dev.newswire.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.config.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpSettingsTest {

    @Test
    void defaultsListenOnLoopbackWithLimits() {
        assertThat(HttpSettings.of(Settings.of(Map.of()), 8082))
                .isEqualTo(new HttpSettings(
                        "127.0.0.1",
                        8_082,
                        64,
                        58,
                        1_000,
                        100_000,
                        16_384,
                        100,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30),
                        256,
                        Duration.ofSeconds(20)));
    }

    @Test
    void everySettingIsRead() {
        Settings settings = Settings.of(Map.ofEntries(
                Map.entry("NEWSWIRE_HTTP_HOST", "0.0.0.0"),
                Map.entry("NEWSWIRE_HTTP_PORT", "1"),
                Map.entry("NEWSWIRE_HTTP_THREADS", "20"),
                Map.entry("NEWSWIRE_HTTP_REQUESTS", "3"),
                Map.entry("NEWSWIRE_HTTP_CONNECTIONS", "4"),
                Map.entry("NEWSWIRE_HTTP_REQUESTS_PER_CONNECTION", "5"),
                Map.entry("NEWSWIRE_HTTP_HEADER_BYTES", "6000"),
                Map.entry("NEWSWIRE_HTTP_HEADER_FIELDS", "70"),
                Map.entry("NEWSWIRE_HTTP_HEADER_TIMEOUT", "PT8S"),
                Map.entry("NEWSWIRE_HTTP_IDLE_TIMEOUT", "PT9S"),
                Map.entry("NEWSWIRE_HTTP_MINIMUM_BYTES_PER_SECOND", "10"),
                Map.entry("NEWSWIRE_HTTP_RATE_WINDOW", "PT11S")));

        assertThat(HttpSettings.of(settings, 8082))
                .isEqualTo(new HttpSettings(
                        "0.0.0.0",
                        1,
                        20,
                        3,
                        4,
                        5,
                        6_000,
                        70,
                        Duration.ofSeconds(8),
                        Duration.ofSeconds(9),
                        10,
                        Duration.ofSeconds(11)));
    }

    @Test
    void requestsMustLeaveThreadsForTheRest() {
        Settings settings = Settings.of(Map.of("NEWSWIRE_HTTP_THREADS", "8", "NEWSWIRE_HTTP_REQUESTS", "8"));
        assertThatThrownBy(() -> HttpSettings.of(settings, 0))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("NEWSWIRE_HTTP_REQUESTS");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "localhost, true",
        "127.1.2.3, true",
        "::1, true",
        "0.0.0.0, false",
        "10.0.0.1, false",
        "::, false",
        "127.example.com, false"
    })
    void loopbackIsWhatOnlyThisMachineReaches(String host, boolean isLoopback) {
        assertThat(HttpSettings.of(Settings.of(Map.of("NEWSWIRE_HTTP_HOST", host)), 0)
                        .isLoopback())
                .isEqualTo(isLoopback);
    }
}
