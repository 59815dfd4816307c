package dev.newswire.benchmarks.kb;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newswire.enrich.text.Folding;
import dev.newswire.enrich.text.Shape;
import dev.newswire.enrich.text.Tokeniser;
import dev.newswire.enrich.text.Tokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts how often words of running text stand in lower case where a capital would have been a choice. */
public final class OrdinaryWords {
    private static final int LEAST_LOWER = 3;

    private final Map<String, int[]> counts = new HashMap<>();
    private final ObjectMapper mapper = new ObjectMapper();

    /** Reads a file of JSON lines with a member `text`. */
    public void read(Path file) throws IOException {
        try (BufferedReader lines = Tables.open(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                count(Tokeniser.tokenise(mapper.readTree(line).path("text").asText()));
            }
        }
    }

    private void count(Tokens tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            boolean lower = !tokens.is(i, Shape.CAPITAL);
            boolean chosen = tokens.is(i, Shape.CAPITAL) && !tokens.is(i, Shape.INITIAL | Shape.ALL_CAPS);
            if ((lower || chosen) && !tokens.is(i, Shape.DIGIT | Shape.LETTER)) {
                int[] both = counts.computeIfAbsent(Folding.fold(tokens.surface(i, i + 1)), word -> new int[2]);
                both[lower ? 0 : 1]++;
            }
        }
    }

    /** Share of lower case, in percent from 1 to 100, of every word that stands so at least a few times. */
    public SortedMap<String, Integer> percentages() {
        SortedMap<String, Integer> shares = new TreeMap<>();
        counts.forEach((word, both) -> {
            if (both[0] >= LEAST_LOWER && word.indexOf('\t') < 0) {
                int share = Math.round(100f * both[0] / (both[0] + both[1]));
                if (share > 0) {
                    shares.put(word, share);
                }
            }
        });
        return shares;
    }
}
