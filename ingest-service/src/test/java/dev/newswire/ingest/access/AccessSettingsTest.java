package dev.newswire.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.runtime.HttpSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccessSettingsTest {

    @Test
    void nobodyNeedsATokenOnLoopback() {
        assertThat(read(Map.of())).isEqualTo(new AccessSettings(Optional.empty(), 0, 10_000));
        assertThat(read(Map.of()).access()).isSameAs(Access.OPEN);
    }

    @Test
    void whoOpensTheDoorMustSayWhoMayEnter() {
        assertThatThrownBy(() -> read(Map.of("NEWSWIRE_HTTP_HOST", "0.0.0.0")))
                .isInstanceOf(SettingException.class)
                .hasMessageContainingAll("0.0.0.0", "NEWSWIRE_INGEST_TOKENS_FILE", "newswire token", "=off");
    }

    @Test
    void doorMayBeOpenedForEveryoneInSoManyWords() {
        assertThat(read(Map.of("NEWSWIRE_HTTP_HOST", "0.0.0.0", "NEWSWIRE_INGEST_TOKENS", "off"))
                        .tokens())
                .isEmpty();
    }

    @Test
    void everySettingIsRead() {
        AccessSettings settings = read(Map.of(
                "NEWSWIRE_HTTP_HOST",
                "0.0.0.0",
                "NEWSWIRE_INGEST_TOKENS_FILE",
                "/t",
                "NEWSWIRE_INGEST_ARTICLES_PER_SECOND",
                "2.5",
                "NEWSWIRE_INGEST_ARTICLES_BURST",
                "7"));
        assertThat(settings).isEqualTo(new AccessSettings(Optional.of(Path.of("/t")), 2.5, 7));
    }

    @Test
    void settingsThatContradictEachOtherAreRefused() {
        assertThatThrownBy(() -> read(Map.of("NEWSWIRE_INGEST_TOKENS_FILE", "/t", "NEWSWIRE_INGEST_TOKENS", "off")))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("leave one of them out");
        assertThatThrownBy(() -> read(Map.of("NEWSWIRE_INGEST_TOKENS", "on")))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("takes off or auto");
    }

    private static AccessSettings read(Map<String, String> environment) {
        Settings settings = Settings.of(environment);
        return AccessSettings.of(settings, HttpSettings.of(settings, 8082));
    }
}
