package dev.newswire.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.ingest.fetch.FetchSettings;
import dev.newswire.platform.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFileTest {

    @Test
    void aChangedFileIsReadAnewAndABrokenOneLeftAside(@TempDir Path folder) throws IOException, SourceListException {
        Path path = folder.resolve("sources.yaml");
        Files.writeString(path, "sources: [{id: one, url: 'https://a.example/'}]");
        SourceFile file = SourceFile.open(path, FetchSettings.of(Settings.of(Map.of())), Map.of());

        Files.writeString(path, "sources: [{id: broken, url: 'https://a.example/', type: nonsense}]");
        file.refresh();
        assertThat(file.list().sources()).extracting(Source::id).containsExactly("one");
        assertThat(file.mistakes()).hasSize(1);

        Files.delete(path);
        file.refresh();
        assertThat(file.list().sources()).extracting(Source::id).containsExactly("one");

        Files.writeString(path, "sources: [{id: two, url: 'https://a.example/'}, {id: x, url: 'https://a.example/'}]");
        file.refresh();
        assertThat(file.list().sources()).extracting(Source::id).containsExactly("two", "x");
        assertThat(file.mistakes()).isEmpty();
    }
}
