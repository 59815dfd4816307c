package dev.newswire.benchmarks.tagger;

import dev.newswire.enrich.entity.tagger.Numbers;
import dev.newswire.enrich.entity.tagger.WordClasses;
import dev.newswire.enrich.text.Folding;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts together what is known of single words. */
final class WordClassesBuilder {
    static final int FIRST_NAME = 1;
    static final int SURNAME = 2;
    static final int TITLE = 4;
    static final int ORGANISATION = 8;
    static final int PLACE = 16;
    static final int PEOPLE = 32;
    /** Two bits: 1 where a word never stands in lower case, 2 sometimes, 3 mostly. */
    static final int ORDINARY_SHIFT = 6;

    private static final int TYPES = 4;
    private static final int PLACES = 4;
    private static final int LEAST_NAMES = 2;

    private final Map<Long, Integer> clusters = new HashMap<>();
    private final Map<Long, Integer> flags = new HashMap<>();
    private final Map<Long, int[]> counts = new HashMap<>();
    private final List<Integer> paths = new ArrayList<>(List.of(0));
    private final Map<String, Integer> clusterNumbers = new HashMap<>();

    void cluster(String word, String path) {
        long key = Folding.key(word);
        if (key == 0) {
            return;
        }
        int number = clusterNumbers.computeIfAbsent(path, bits -> {
            paths.add(WordClasses.pathOf(bits));
            return paths.size() - 1;
        });
        boolean dotted = word.length() > 2 && word.charAt(1) == '.';
        clusters.putIfAbsent(dotted ? WordClasses.dotted(key) : key, number);
    }

    void flag(String word, int flag) {
        flags.merge(Folding.key(word), flag, (old, more) -> old | more);
    }

    void ordinary(String word, int percent) {
        flag(word, (percent <= 2 ? 1 : percent <= 50 ? 2 : 3) << ORDINARY_SHIFT);
    }

    /** Counts a word of a name: its type, and whether it is first, between, last or alone. */
    void count(long key, int type, int position, int length) {
        int place = length == 1 ? 3 : position == 0 ? 0 : position == length - 1 ? 2 : 1;
        counts.computeIfAbsent(key, word -> new int[TYPES * PLACES])[type * PLACES + place]++;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(paths.size());
        for (int path : paths) {
            out.writeInt(path == 0 ? 1 : path);
        }
        Map<Long, Integer> classes = new TreeMap<>();
        clusters.forEach(
                (key, cluster) -> classes.merge(WordClasses.print(key), WordClasses.pack(cluster, 0, 0), (a, b) -> a));
        flags.forEach(
                (key, flag) -> classes.merge(WordClasses.print(key), WordClasses.pack(0, 0, flag), (a, b) -> a | b));
        counts.forEach((key, count) -> {
            int profile = profile(count);
            if (profile != 0) {
                classes.merge(WordClasses.print(key), WordClasses.pack(0, profile, 0), (a, b) -> a | b);
            }
        });
        out.writeInt(classes.size());
        long last = 0;
        for (Map.Entry<Long, Integer> entry : classes.entrySet()) {
            Numbers.writeVariable(out, entry.getKey() - last);
            out.writeInt(entry.getValue());
            last = entry.getKey();
        }
    }

    /** Two bits for the share of each type, four for the commonest place; 0 where the word is in too few names. */
    private static int profile(int[] count) {
        int total = 0;
        int best = 0;
        for (int i = 0; i < count.length; i++) {
            total += count[i];
            best = count[i] > count[best] ? i : best;
        }
        if (total < LEAST_NAMES) {
            return 0;
        }
        int profile = 0;
        for (int type = 0; type < TYPES; type++) {
            int sum = 0;
            for (int place = 0; place < PLACES; place++) {
                sum += count[type * PLACES + place];
            }
            double share = (double) sum / total;
            profile = profile << 2 | (share > 0.8 ? 3 : share > 0.4 ? 2 : share > 0.1 ? 1 : 0);
        }
        return profile << 4 | best;
    }
}
