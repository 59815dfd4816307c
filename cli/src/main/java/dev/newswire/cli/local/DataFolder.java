package dev.newswire.cli.local;

import dev.newswire.platform.config.SettingException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder of a local pipeline, held by one process at a time. */
final class DataFolder implements AutoCloseable {
    private static final String LOCK = ".lock";
    private final FileChannel lockFile;

    private DataFolder(FileChannel lockFile) {
        this.lockFile = lockFile;
    }

    /** @param fresh whether what an earlier run left is deleted first */
    static DataFolder open(Path folder, boolean fresh) {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new SettingException("Another `newswire local` uses the folder " + folder
                        + ". Stop it, or choose another folder with --data.");
            }
            if (fresh) {
                empty(folder);
            }
            return new DataFolder(channel);
        } catch (IOException e) {
            throw new SettingException(
                    "The folder " + folder + " cannot be used: " + e.getMessage() + ". Choose another with --data.");
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static @org.jspecify.annotations.Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Deletes only what a local pipeline makes: the folder may be one that somebody named by mistake. */
    private static void empty(Path folder) throws IOException {
        for (String name : List.of("kafka", "registry", "state", "logs")) {
            delete(folder.resolve(name));
        }
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> content = Files.walk(path)) {
            for (Path entry : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}
