package dev.newswire.benchmarks.data;

import dev.newswire.benchmarks.DataException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** A folder of data: one that is there, or an archive unpacked for as long as this is open. */
public final class Unpacked implements AutoCloseable {
    private final Path folder;
    private final boolean temporary;

    private Unpacked(Path folder, boolean temporary) {
        this.folder = folder;
        this.temporary = temporary;
    }

    /**
     * Opens a folder, or a {@code .tar.xz} archive.
     *
     * @throws DataException if it is absent or neither
     */
    public static Unpacked open(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return new Unpacked(path, false);
        }
        if (!Files.exists(path)) {
            throw new DataException("There is no " + path + ": give a folder or a .tar.xz archive of the data.");
        }
        if (!path.toString().endsWith(".tar.xz")) {
            throw new DataException(path + " is neither a folder nor a .tar.xz archive.");
        }
        Path folder = Files.createTempDirectory("newswire-data");
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(path));
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(raw))) {
            unpack(tar, folder);
        }
        return new Unpacked(folder, true);
    }

    /** Where the data is. */
    public Path folder() {
        return folder;
    }

    /** All files whose path ends so, sorted by path. */
    public List<Path> files(String suffix) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void close() throws IOException {
        if (!temporary) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, Path folder) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path target = folder.resolve(entry.getName()).normalize();
            if (!entry.isFile() || !target.startsWith(folder)) {
                continue;
            }
            Files.createDirectories(target.getParent());
            Files.copy(tar, target);
        }
    }
}
