package dev.newswire.benchmarks.tagger;

import dev.newswire.enrich.entity.tagger.Labels;
import dev.newswire.enrich.entity.tagger.Runs;
import dev.newswire.enrich.text.Tokeniser;
import dev.newswire.enrich.text.Tokens;
import dev.newswire.schema.EntityType;
import java.util.Arrays;
import java.util.List;

/**
 * A text with what is known of its words.
 *
 * @param allowed of each word, the labels that it may have, as bits: one of them where the annotators decided
 * @param weight how much it counts
 */
record Example(Tokens tokens, int[] allowed, boolean heading, float weight) {
    /**
     * @param completed whether the corpus marks other names, so that what is not marked is none
     */
    static Example of(List<Sentence> sentences, boolean completed, boolean heading, float weight) {
        Prose prose = Prose.of(sentences);
        List<Sentence.Name> gold = Sentence.names(sentences);
        Tokens tokens = Tokeniser.tokenise(prose.text());
        int[] names = new int[tokens.size()];
        Arrays.fill(names, -1);
        for (int n = 0; n < gold.size(); n++) {
            Sentence.Name name = gold.get(n);
            mark(tokens, prose.start(name.from()), prose.end(name.to() - 1), n, names);
        }
        int[] allowed = new int[tokens.size()];
        Arrays.fill(allowed, completed ? 1 : Labels.OUTSIDE_OR_MISC);
        Runs runs = Runs.whole(tokens);
        while (runs.next()) {
            label(gold, names, runs.from(), runs.to(), allowed);
        }
        return new Example(tokens, allowed, heading, weight);
    }

    private static void mark(Tokens tokens, int start, int end, int name, int[] names) {
        for (int i = wordAt(tokens, start); i < tokens.size() && tokens.start(i) < end; i++) {
            names[i] = name;
        }
    }

    /** The first word that begins at this character or later. */
    static int wordAt(Tokens tokens, int start) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.start(middle) < start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Labels the parts of names inside a run, which may cut them. */
    private static void label(List<Sentence.Name> gold, int[] names, int from, int to, int[] allowed) {
        int i = from;
        while (i < to) {
            int end = i + 1;
            while (end < to && names[end] == names[i]) {
                end++;
            }
            if (names[i] >= 0) {
                EntityType type = gold.get(names[i]).type();
                for (int k = i; k < end; k++) {
                    allowed[k] = 1 << Labels.of(type, k - i, end - i);
                }
            }
            i = end;
        }
    }
}
