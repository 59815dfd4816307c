package dev.newswire.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newswire.ingest.fetch.FetchSettings;
import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.config.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PollSettingsTest {

    @Test
    void nothingIsPolledUnlessAListIsSet() {
        assertThat(PollSettings.of(Settings.of(Map.of()))).isEqualTo(new PollSettings("", 8, 4_000));
    }

    @Test
    void everythingCanBeSet() {
        PollSettings settings = PollSettings.of(Settings.of(Map.of(
                "NEWSWIRE_INGEST_SOURCES_FILE", "a.yaml",
                "NEWSWIRE_POLL_THREADS", "3",
                "NEWSWIRE_POLL_REMEMBERED_ITEMS", "500")));

        assertThat(settings).isEqualTo(new PollSettings("a.yaml", 3, 500));
    }

    @Test
    void aListThatIsNotThereEndsTheStart() {
        assertThatThrownBy(() -> PollService.open(
                        new PollSettings("nowhere.yaml", 1, 100), FetchSettings.of(Settings.of(Map.of()))))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("NEWSWIRE_INGEST_SOURCES_FILE")
                .hasMessageContaining("nowhere.yaml");
    }
}
