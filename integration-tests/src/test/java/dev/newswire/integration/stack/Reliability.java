package dev.newswire.integration.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;

/** Keeps what was measured, a line for each fault, for docs/RELIABILITY.md. */
public final class Reliability {
    private static final Path FILE = Path.of("target", "reliability.tsv");

    private Reliability() {}

    /**
     * Appends a line.
     *
     * @param sending longest time from one acknowledgement to the next
     * @param articlesSilent longest silence of a partition of the enriched articles
     * @param feedsSilent longest silence of the feeds
     * @param recovery from the fault until everything was whole
     */
    static void record(
            String fault,
            long articles,
            long lost,
            Duration sending,
            Duration articlesSilent,
            Duration feedsSilent,
            Duration recovery) {
        append(String.format(
                Locale.ROOT,
                "%s\tarticles=%d\tlost=%d\tacknowledgements=%.1f s\tarticles silent=%.1f s\tfeeds silent=%.1f s"
                        + "\trecovery=%.1f s",
                fault,
                articles,
                lost,
                seconds(sending),
                seconds(articlesSilent),
                seconds(feedsSilent),
                seconds(recovery)));
    }

    /** Appends a line of something that was measured otherwise. */
    public static void note(String fault, String measured) {
        append(fault + "\t" + measured);
    }

    private static void append(String line) {
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
