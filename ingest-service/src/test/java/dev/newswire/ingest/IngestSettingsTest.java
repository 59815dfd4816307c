package dev.newswire.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newswire.ingest.access.AccessSettings;
import dev.newswire.ingest.http.BodyLimits;
import dev.newswire.ingest.intake.Limits;
import dev.newswire.ingest.source.JsonLimits;
import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.config.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestSettingsTest {

    @Test
    void defaultsAreThePromisedLimits() {
        IngestSettings settings = IngestSettings.of(Settings.of(Map.of("HOSTNAME", "h1")));

        assertThat(settings.limits()).isEqualTo(Limits.STANDARD);
        assertThat(settings.bodies().documentBytes()).isEqualTo(10 * 1024 * 1024);
        assertThat(settings.bodies().json()).isEqualTo(JsonLimits.STANDARD);
        assertThat(settings.bodies().expansionRatio()).isEqualTo(100);
        assertThat(settings.access()).isEqualTo(new AccessSettings(Optional.empty(), 0, 10_000));
        assertThat(settings.instance()).isEqualTo("h1-8082");
        assertThat(settings.fates().getFileName()).hasToString("ingest-fates-h1-8082");
    }

    @Test
    void everySettingOfTheHelpIsRead() {
        Matcher name = Pattern.compile("NEWSWIRE_INGEST_\\w+").matcher(IngestSettings.USAGE);
        while (name.find()) {
            if (!name.group().endsWith("INSTANCE") && !name.group().endsWith("FILE")) {
                assertThatThrownBy(() -> IngestSettings.of(Settings.of(Map.of(name.group(), "-1"))))
                        .as(name.group())
                        .isInstanceOf(SettingException.class)
                        .hasMessageContaining(name.group());
            }
        }
    }

    @Test
    void limitsCanBeSet() {
        IngestSettings settings = IngestSettings.of(Settings.of(
                Map.of("NEWSWIRE_INGEST_BODY_CHARACTERS", "1000", "NEWSWIRE_INGEST_DOCUMENT_BYTES", "2048")));

        assertThat(settings.limits().bodyCharacters()).isEqualTo(1_000);
        assertThat(settings.bodies().documentBytes()).isEqualTo(2_048);
    }

    @Test
    void inboxIsOnAndNoFolderIsWatchedUnlessTold() {
        IngestSettings standard = IngestSettings.of(Settings.of(Map.of()));
        assertThat(standard.inbox().isOn()).isTrue();
        assertThat(standard.inbox().recordBytes()).isEqualTo(8 * 1024 * 1024);
        assertThat(standard.folder().path()).isEmpty();
        assertThat(standard.folder().settle()).isEqualTo(Duration.ofSeconds(2));
        assertThat(standard.folder().interval()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void inboxAndFolderCanBeSet(@TempDir Path folder) {
        IngestSettings settings = IngestSettings.of(Settings.of(Map.of(
                "NEWSWIRE_INGEST_INBOX", "off",
                "NEWSWIRE_INGEST_INBOX_RECORD_BYTES", "2048",
                "NEWSWIRE_INGEST_FOLDER", folder.toString(),
                "NEWSWIRE_INGEST_FOLDER_SOURCE", "echo",
                "NEWSWIRE_INGEST_FOLDER_SETTLE", "PT10S",
                "NEWSWIRE_INGEST_FOLDER_INTERVAL", "PT1M")));
        assertThat(settings.inbox().isOn()).isFalse();
        assertThat(settings.inbox().recordBytes()).isEqualTo(2_048);
        assertThat(settings.folder().path()).contains(folder);
        assertThat(settings.folder().source()).isEqualTo("echo");
        assertThat(settings.folder().settle()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.folder().interval()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void limitsOfBodiesCanBeSet() {
        IngestSettings settings = IngestSettings.of(Settings.of(Map.of(
                "NEWSWIRE_INGEST_MEMORY_BYTES", "2000000",
                "NEWSWIRE_INGEST_MEMORY_TIMEOUT", "PT1S",
                "NEWSWIRE_INGEST_EXPANSION_RATIO", "7",
                "NEWSWIRE_INGEST_LINE_BYTES", "4096",
                "NEWSWIRE_INGEST_JSON_DEPTH", "2",
                "NEWSWIRE_INGEST_JSON_NAME_CHARACTERS", "3",
                "NEWSWIRE_INGEST_JSON_NUMBER_CHARACTERS", "4",
                "NEWSWIRE_INGEST_JSON_TEXT_CHARACTERS", "5",
                "NEWSWIRE_STATE_DIR", "/state",
                "NEWSWIRE_INGEST_INSTANCE", "a/b")));

        assertThat(settings.bodies())
                .isEqualTo(new BodyLimits(
                        10 * 1024 * 1024, 4_096, 2_000_000, Duration.ofSeconds(1), 7, new JsonLimits(2, 3, 4, 5)));
        assertThat(settings.fates()).hasToString("/state/ingest-fates-a_b");
    }
}
