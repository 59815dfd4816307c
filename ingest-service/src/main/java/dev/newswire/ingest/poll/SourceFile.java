package dev.newswire.ingest.poll;

import dev.newswire.ingest.fetch.FetchSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A list of sources that is read anew when its file changes. A list with mistakes is told and otherwise left aside: what
 * was read before holds on.
 */
public final class SourceFile {

    private static final Logger LOG = LoggerFactory.getLogger(SourceFile.class);

    private record Version(
            FileTime changed, long size, @Nullable Object key) {}

    private final Path file;
    private final FetchSettings fetch;
    private final Map<String, String> environment;
    private @Nullable Version version;
    private volatile SourceList list;
    private volatile List<String> mistakes = List.of();

    private SourceFile(Path file, FetchSettings fetch, Map<String, String> environment, SourceList list) {
        this.file = file;
        this.fetch = fetch;
        this.environment = environment;
        this.list = list;
    }

    /**
     * Reads the file for the first time.
     *
     * @throws SourceListException if it must be mended
     */
    public static SourceFile open(Path file, FetchSettings fetch, Map<String, String> environment)
            throws SourceListException {
        Version version = version(file);
        SourceFile opened = new SourceFile(file, fetch, environment, SourceListReader.read(file, fetch, environment));
        opened.version = version;
        return opened;
    }

    /** What holds. */
    SourceList list() {
        return list;
    }

    /** What is wrong with the file as it stands; empty where nothing is. */
    List<String> mistakes() {
        return mistakes;
    }

    /** Looks whether the file has changed. For one thread. */
    void refresh() {
        Version found = version(file);
        if (found == null || found.equals(version)) {
            return;
        }
        version = found;
        try {
            list = SourceListReader.read(file, fetch, environment);
            mistakes = List.of();
            LOG.info("Read {} again: {} sources", file, list.sources().size());
        } catch (SourceListException e) {
            mistakes = e.mistakes();
            LOG.warn("The list of sources has mistakes, the one before holds on: {}", e.getMessage());
        }
    }

    /** A file that is just being replaced has none. */
    private static @Nullable Version version(Path file) {
        try {
            var attributes = Files.readAttributes(file, java.nio.file.attribute.BasicFileAttributes.class);
            return new Version(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
        } catch (IOException e) {
            return null;
        }
    }
}
