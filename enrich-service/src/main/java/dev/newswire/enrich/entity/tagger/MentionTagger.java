package dev.newswire.enrich.entity.tagger;

import dev.newswire.enrich.text.Tokens;
import dev.newswire.schema.EntityType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * Finds names and their types by a linear-chain conditional random field (Lafferty, McCallum and Pereira, 2001).
 * Immutable and safe for use by several threads; time is linear in the number of words, whatever the text.
 */
public final class MentionTagger {
    /** Takes the names of a text in their order. */
    public interface Sink {
        /**
         * @param from first word
         * @param to word after the last one
         * @param type the likeliest one
         * @param probabilities that just these words are a name of each type, by ordinal, 0 to 1; overwritten afterwards
         */
        void name(int from, int to, EntityType type, float[] probabilities);
    }

    private static final EntityType[] TYPES = EntityType.values();

    private final Resources resources;
    private final Weights weights;
    private final double[] factors;

    private MentionTagger(Resources resources, Weights weights) {
        this.resources = resources;
        this.weights = weights;
        this.factors = Lattice.factors(weights.transitions());
    }

    /** The tagger of these weights, which must have been trained with these resources. */
    public static MentionTagger of(Resources resources, Weights weights) {
        return new MentionTagger(resources, weights);
    }

    /** The tagger that this module ships: about half a second to load. */
    public static MentionTagger shipped() {
        try (InputStream words = resource("words.bin.gz");
                InputStream weights = resource("weights.bin.gz")) {
            return of(Resources.read(words), Weights.read(weights));
        } catch (IOException e) {
            throw new UncheckedIOException("The tagger of names cannot be read: is the jar damaged?", e);
        }
    }

    private static InputStream resource(String name) {
        InputStream in = MentionTagger.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("Missing from the class path: " + name);
        }
        return in;
    }

    /** @param heading whether most words have capitals, so that a capital says little */
    public void tag(Tokens tokens, boolean heading, Sink sink) {
        TokenFeatures features = new TokenFeatures(resources, tokens, heading, weights.bits());
        Lattice lattice = new Lattice(weights.transitions(), factors);
        OwnScores own = new OwnScores(weights);
        int[] rows = new int[TokenFeatures.MOST];
        int[] labels = new int[Runs.LONGEST + 1];
        int[] any = new int[Runs.LONGEST + 1];
        Arrays.fill(any, Labels.ANY);
        Runs runs = new Runs(tokens);
        while (runs.next()) {
            int from = runs.from();
            int size = runs.to() - from;
            lattice.begin(size);
            features.enter(from, runs.to());
            for (int i = 0; i < size; i++) {
                int place = own.of(features, from + i);
                int count = features.fillAround(from + i, from, runs.to(), rows);
                own.score(place, rows, count, lattice.scores(), i * Labels.ROOM);
            }
            lattice.decode(labels);
            if (hasName(labels, size)) {
                lattice.sum(any);
                emit(lattice, labels, size, from, sink);
            }
        }
    }

    private static boolean hasName(int[] labels, int size) {
        for (int i = 0; i < size; i++) {
            if (labels[i] != Labels.OUTSIDE) {
                return true;
            }
        }
        return false;
    }

    private static void emit(Lattice lattice, int[] labels, int size, int offset, Sink sink) {
        float[] probabilities = new float[TYPES.length];
        int i = 0;
        while (i < size) {
            int label = labels[i];
            int end = i + 1;
            if (label == Labels.OUTSIDE) {
                i = end;
                continue;
            }
            while (end < size && labels[end] != Labels.OUTSIDE && !Labels.begins(labels[end])) {
                end++;
            }
            for (EntityType type : TYPES) {
                probabilities[type.ordinal()] = (float) lattice.probability(type, i, end);
            }
            sink.name(offset + i, offset + end, Labels.type(label), probabilities);
            i = end;
        }
    }
}
