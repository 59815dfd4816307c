package dev.newswire.ingest.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells which entries of the folder are files that are there to the end. Hidden ones and {@code *.part} are still being
 * written by their own word, links may lead anywhere, and what changed a moment ago may be growing. Not for several
 * threads.
 */
final class Arrivals {

    private static final int MOST_REMEMBERED = 1_000;

    /** A file as it was seen. */
    record Sight(long size, Instant modified) {
        static Sight of(Path file) throws IOException {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return new Sight(attributes.size(), attributes.lastModifiedTime().toInstant());
        }
    }

    private record Remembered(Sight sight, Instant since) {}

    private final Duration settle;
    private final Map<Path, Remembered> fromTheFuture = new LinkedHashMap<>();

    Arrivals(Duration settle) {
        this.settle = settle;
    }

    /** Whether this is a file by its name and kind. */
    static boolean isFile(Path entry) {
        String name = entry.getFileName().toString();
        return !name.startsWith(".")
                && !name.endsWith(".part")
                && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether the file has not changed for long enough. A time of change that lies ahead tells nothing; then we watch. */
    boolean isComplete(Path file, Sight sight, Instant now) {
        if (!sight.modified().isAfter(now)) {
            fromTheFuture.remove(file);
            return !sight.modified().isAfter(now.minus(settle));
        }
        Remembered before = fromTheFuture.get(file);
        if (before != null && before.sight().equals(sight)) {
            boolean isComplete = !before.since().isAfter(now.minus(settle));
            if (isComplete) {
                fromTheFuture.remove(file);
            }
            return isComplete;
        }
        if (before != null || fromTheFuture.size() < MOST_REMEMBERED) {
            fromTheFuture.put(file, new Remembered(sight, now));
        }
        return false;
    }
}
