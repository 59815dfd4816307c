package dev.newswire.ingest.folder;

import dev.newswire.ingest.intake.ArticleLog;
import dev.newswire.ingest.intake.Intake;
import dev.newswire.ingest.intake.IntakeMetrics;
import dev.newswire.ingest.intake.Limits;
import dev.newswire.ingest.intake.Quarantine;
import dev.newswire.ingest.intake.UnavailableException;
import dev.newswire.platform.deadletter.Reject;
import dev.newswire.schema.RawArticle;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A folder with a log and a quarantine in memory. */
final class DroppedFiles {

    static final Duration SETTLE = Duration.ofSeconds(2);
    static final int LONGEST_LINE = 100_000;

    final List<RawArticle> events = Collections.synchronizedList(new ArrayList<>());
    final List<Reject> letters = Collections.synchronizedList(new ArrayList<>());

    /** Runs before each event is taken: what else happens meanwhile. */
    volatile Runnable meanwhile = () -> {};

    volatile boolean isAway;

    private final Path folder;
    private Instant now = Instant.now().plusSeconds(60);

    DroppedFiles(Path folder) {
        this.folder = folder;
    }

    /** A file that was finished long ago. */
    Path drop(String name, String content) throws IOException {
        return drop(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Path drop(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
        return file;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    void setNow(Instant instant) {
        now = instant;
    }

    FileIntake intake() {
        ArticleLog log = this::append;
        Quarantine quarantine = this::put;
        IntakeMetrics metrics = new IntakeMetrics(new SimpleMeterRegistry(), "folder");
        return new FileIntake(
                new Intake(Limits.STANDARD),
                log,
                quarantine,
                metrics,
                new FileLimits(LONGEST_LINE, LONGEST_LINE, 100),
                InstantSource.system());
    }

    FolderReader reader() {
        return new FolderReader(folder, "echo", intake(), new Arrivals(SETTLE), new Shelves(folder), () -> now);
    }

    void readAll() throws IOException {
        reader().readAll(() -> true);
    }

    private CompletableFuture<Void> append(RawArticle event, @Nullable String trace) {
        meanwhile.run();
        if (isAway) {
            return CompletableFuture.failedFuture(new UnavailableException("away", null));
        }
        events.add(event);
        return CompletableFuture.completedFuture(null);
    }

    private void put(List<Reject> rejects) {
        letters.addAll(rejects);
    }
}
