package dev.newswire.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.config.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PublishSettingsTest {
    @Test
    void defaults() {
        assertThat(PublishSettings.of(Settings.of(Map.of())))
                .isEqualTo(new PublishSettings(
                        500,
                        50,
                        Duration.ofSeconds(1),
                        0.15f,
                        12,
                        Duration.ofDays(30),
                        Set.of("latest"),
                        Set.of("latest", "story"),
                        20_000));
    }

    @Test
    void everySettingIsRead() {
        Map<String, String> environment = Map.of(
                "NEWSWIRE_FEED_LIMIT", "100",
                "NEWSWIRE_SNAPSHOT_ENTRIES", "20",
                "NEWSWIRE_SNAPSHOT_INTERVAL", "PT5S",
                "NEWSWIRE_ENTITY_FEED_SALIENCE", "0.25",
                "NEWSWIRE_PARTITIONS", "4",
                "NEWSWIRE_DELETED_ENTRY_RETENTION", "P7D",
                "NEWSWIRE_COLLAPSED_FEEDS", "entity, latest",
                "NEWSWIRE_LINKED_FEEDS", "none",
                "NEWSWIRE_FEED_DEFINITIONS", "9");
        assertThat(PublishSettings.of(Settings.of(environment)))
                .isEqualTo(new PublishSettings(
                        100,
                        20,
                        Duration.ofSeconds(5),
                        0.25f,
                        4,
                        Duration.ofDays(7),
                        Set.of("latest", "entity"),
                        Set.of(),
                        9));
    }

    @Test
    void everySettingStandsInTheHelp() throws IOException {
        try (var in = PublishSettingsTest.class.getResourceAsStream("PublishSettings.class")) {
            assertThat(in).isNotNull();
            String constants = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
            assertThat(constants.split("[^A-Z_]"))
                    .filteredOn(word -> word.startsWith("NEWSWIRE_"))
                    .hasSize(9)
                    .allSatisfy(name -> assertThat(PublishMain.USAGE).contains(name));
        }
    }

    @Test
    void feedsThatDoNotExistCannotCollapse() {
        Settings settings = Settings.of(Map.of("NEWSWIRE_COLLAPSED_FEEDS", "latest,authors"));
        assertThatThrownBy(() -> PublishSettings.of(settings)).hasMessageContaining("takes none, or some of latest");
    }

    @Test
    void takenPortIsToldBeforeAnythingStarts() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Settings settings = Settings.of(Map.of("NEWSWIRE_HTTP_PORT", Integer.toString(taken.getLocalPort())));
            assertThatThrownBy(() -> PublishService.start(settings))
                    .isInstanceOf(SettingException.class)
                    .hasMessageContaining("NEWSWIRE_HTTP_PORT");
        }
    }

    @Test
    void publicAddressMustBeOne() {
        Settings settings = Settings.of(Map.of("NEWSWIRE_HTTP_PORT", "0", "NEWSWIRE_PUBLIC_URL", "news.example.org"));
        assertThatThrownBy(() -> PublishService.start(settings))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("NEWSWIRE_PUBLIC_URL");
    }
}
