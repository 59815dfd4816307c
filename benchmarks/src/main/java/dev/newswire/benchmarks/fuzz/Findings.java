package dev.newswire.benchmarks.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Inputs that broke a promise, in a folder: up to three of each kind. */
final class Findings {

    private static final int OF_A_KIND = 3;
    private static final int LONGEST_DETAIL = 120;

    private final Path folder;
    private final Map<String, Integer> kinds = new HashMap<>();
    private final Map<String, Integer> promises = new TreeMap<>();

    Findings(Path folder) {
        this.folder = folder;
    }

    /** Counts a finding; true if its input is worth keeping. */
    boolean count(ItemRun run) {
        promises.merge(String.valueOf(run.promise()), 1, Integer::sum);
        String detail = run.detail().replaceAll("[0-9]+", "#");
        String kind = run.promise() + " " + detail.substring(0, Math.min(LONGEST_DETAIL, detail.length()));
        return kinds.merge(kind, 1, Integer::sum) <= OF_A_KIND;
    }

    /** Writes an input down; its name tells the promise. */
    Path keep(byte[] input, String promise) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(promise + "-" + Integer.toHexString(Arrays.hashCode(input)));
        Files.write(file, input);
        return file;
    }

    /** How many different ones. */
    int different() {
        return kinds.size();
    }

    Map<String, Integer> byPromise() {
        return promises;
    }
}
