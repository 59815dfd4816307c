package dev.newswire.benchmarks.fuzz;

import dev.newswire.benchmarks.DataException;
import dev.newswire.benchmarks.data.Unpacked;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Documents to start from. */
final class Seeds {

    private static final int MOST = 500;

    private Seeds() {}

    /**
     * The files of a kind in these folders and archives, no larger than the limit in bytes.
     *
     * @throws DataException if there is none
     */
    static List<byte[]> read(List<Path> places, PathKind kind, int limit) throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (Path place : places) {
            try (Unpacked data = Unpacked.open(place)) {
                addAll(data.files(""), kind, limit, seeds);
            }
        }
        if (seeds.isEmpty()) {
            throw new DataException("There is no document of the kind " + kind.id() + " in " + places
                    + ": name a folder or a .tar.xz that holds some with --corpus.");
        }
        return seeds;
    }

    private static void addAll(List<Path> files, PathKind kind, int limit, List<byte[]> seeds) throws IOException {
        List<Path> fitting = files.stream()
                .filter(file -> kind.takes(file.getFileName().toString()))
                .toList();
        int step = 1 + fitting.size() / MOST;
        for (int i = 0; i < fitting.size(); i += step) {
            byte[] content = content(fitting.get(i));
            byte[] unpacked = kind == PathKind.WARC ? GzipMembers.unpack(content, limit) : content;
            if (content.length <= limit) {
                seeds.add(content);
            }
            if (unpacked != content) {
                seeds.add(unpacked);
            }
        }
    }

    private static byte[] content(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        if (!file.toString().endsWith(".html.gz")) {
            return content;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return in.readAllBytes();
        }
    }
}
