package dev.newswire.ingest.folder;

import dev.newswire.ingest.intake.Report;
import dev.newswire.ingest.intake.UnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes through the folder once: reads each complete file and puts it away. For one thread. */
final class FolderReader {

    private static final Logger LOG = LoggerFactory.getLogger(FolderReader.class);
    private static final int MOST_STUCK = 10_000;

    private final Path folder;
    private final @Nullable String source;
    private final FileIntake intake;
    private final Arrivals arrivals;
    private final Shelves shelves;
    private final InstantSource clock;

    /** Files that can be neither read nor moved, as they were seen: told once, not for ever. */
    private final Set<List<Object>> stuck = new HashSet<>();

    private volatile long done;
    private volatile long failed;

    FolderReader(
            Path folder,
            @Nullable String source,
            FileIntake intake,
            Arrivals arrivals,
            Shelves shelves,
            InstantSource clock) {
        this.folder = folder;
        this.source = source;
        this.intake = intake;
        this.arrivals = arrivals;
        this.shelves = shelves;
        this.clock = clock;
    }

    /** Number of files put away as done since the start. */
    long done() {
        return done;
    }

    /** Number of files put away as failed since the start. */
    long failed() {
        return failed;
    }

    /**
     * Reads what has arrived, however many files there are.
     *
     * @param mayGoOn asked before each file
     * @throws UnavailableException if the broker is away
     * @throws IOException if the folder cannot be listed
     */
    void readAll(java.util.function.BooleanSupplier mayGoOn) throws IOException {
        shelves.prepare();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Arrivals::isFile)) {
            for (Path file : entries) {
                if (!mayGoOn.getAsBoolean()) {
                    return;
                }
                readIfComplete(file);
            }
        } catch (java.nio.file.DirectoryIteratorException broken) {
            throw broken.getCause();
        }
    }

    private void readIfComplete(Path file) {
        try {
            Arrivals.Sight sight = Arrivals.Sight.of(file);
            Instant now = clock.instant();
            if (arrivals.isComplete(file, sight, now) && !stuck.contains(List.of(file, sight))) {
                read(file, sight, now);
            }
        } catch (NoSuchFileException gone) {
            LOG.debug("{} is gone", file);
        } catch (IOException broken) {
            LOG.warn("{} cannot be looked at: {}", file, broken.toString());
        }
    }

    private void read(Path file, Arrivals.Sight sight, Instant now) throws IOException {
        FileResult result = result(file, sight, now);
        if (!Arrivals.Sight.of(file).equals(sight)) {
            LOG.warn("{} changed while it was read; it is read again", file);
            return;
        }
        try {
            Path away = shelves.putAway(file, result, now);
            count(result);
            LOG.info(
                    "{}: {} accepted, {} rejected{}",
                    away,
                    result.report().accepted(),
                    result.report().rejected(),
                    result.error() == null ? "" : ", " + result.error());
        } catch (IOException immovable) {
            if (stuck.size() >= MOST_STUCK) {
                stuck.clear();
            }
            stuck.add(List.of(file, sight));
            LOG.error("{} was read but cannot be put away; it is left alone until it changes", file, immovable);
        }
    }

    private FileResult result(Path file, Arrivals.Sight sight, Instant now) {
        Instant fetchedAt = sight.modified().isAfter(now) ? now : sight.modified();
        try (InputStream content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return intake.read(content, sight.size(), source, fetchedAt);
        } catch (IOException unreadable) {
            return new FileResult(new Report(0, 0, List.of(), 0), "cannot be read: " + unreadable.getMessage());
        }
    }

    private void count(FileResult result) {
        if (result.isDone()) {
            done = done + 1;
        } else {
            failed = failed + 1;
        }
    }
}
