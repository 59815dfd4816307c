package dev.newswire.ingest.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedFolderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void filesAreTakenAsTheyComeAndBySubstitutesWhenTheHolderIsGone() throws Exception {
        DroppedFiles files = new DroppedFiles(folder);
        FolderSettings settings = new FolderSettings(Optional.of(folder), "echo", Duration.ZERO, Duration.ofMillis(20));
        WatchedFolder holder =
                WatchedFolder.start(folder, settings, files.intake(), () -> true, InstantSource.system());
        files.drop("first.json", "{\"title\":\"One\"}");
        await().atMost(PATIENCE).until(() -> Files.exists(folder.resolve("done/first.json")));

        try (WatchedFolder substitute =
                WatchedFolder.start(folder, settings, files.intake(), () -> true, InstantSource.system())) {
            await().atMost(PATIENCE).until(() -> substitute.detail().contains("another process"));
            holder.close();
            files.drop("second.json", "{\"title\":\"Two\"}");
            await().atMost(PATIENCE).until(() -> Files.exists(folder.resolve("done/second.json")));
            assertThat(files.events).hasSize(2);
            await().atMost(PATIENCE).until(() -> substitute.detail().equals("folder: 1 files done, 0 failed"));
        }
    }

    @Test
    void nothingIsReadBeforeTheBrokerAnswers() {
        DroppedFiles files = new DroppedFiles(folder);
        FolderSettings settings = new FolderSettings(Optional.of(folder), "echo", Duration.ZERO, Duration.ofMillis(20));
        try (WatchedFolder watched =
                WatchedFolder.start(folder, settings, files.intake(), () -> false, InstantSource.system())) {
            await().atMost(PATIENCE).until(() -> watched.detail().contains("waiting for the broker"));
        }
        assertThat(files.events).isEmpty();
    }
}
