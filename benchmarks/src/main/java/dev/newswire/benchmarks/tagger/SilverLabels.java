package dev.newswire.benchmarks.tagger;

import dev.newswire.enrich.entity.EntityExtractor;
import dev.newswire.enrich.entity.tagger.Labels;
import dev.newswire.enrich.entity.tagger.Runs;
import dev.newswire.enrich.text.Tokeniser;
import dev.newswire.enrich.text.Tokens;
import dev.newswire.schema.Entity;
import dev.newswire.schema.EntityType;
import dev.newswire.schema.Mention;
import dev.newswire.schema.MentionMethod;
import java.util.Arrays;

/**
 * Labels texts by all that the services do, with a tagger that was trained before: the table of names and the rest of the
 * article tell it what a sentence alone does not. Of names that are not sure, nothing is learned, either way.
 */
final class SilverLabels {
    private static final double SURE_TAGGED = 0.8;
    private static final double SURE = 0.7;

    private final EntityExtractor teacher;
    private final float weight;

    SilverLabels(EntityExtractor teacher, float weight) {
        this.teacher = teacher;
        this.weight = weight;
    }

    Example example(String text) {
        Tokens tokens = Tokeniser.tokenise(text);
        int[] allowed = new int[tokens.size()];
        Arrays.fill(allowed, 1 << Labels.OUTSIDE);
        for (Entity entity : teacher.extract("", text, "en")) {
            for (Mention mention : entity.getMentions()) {
                mark(tokens, entity, mention, allowed);
            }
        }
        free(tokens, allowed);
        return new Example(tokens, allowed, false, weight);
    }

    private void mark(Tokens tokens, Entity entity, Mention mention, int[] allowed) {
        int from = Example.wordAt(tokens, mention.getStart());
        int to = from;
        while (to < tokens.size() && tokens.start(to) < mention.getEnd()) {
            to++;
        }
        boolean people = entity.getType() == EntityType.LOCATION && teacher.isDemonym(mention.getSurface());
        double least = mention.getMethod() == MentionMethod.TAGGER ? SURE_TAGGED : SURE;
        boolean sure = people || mention.getConfidence() >= least;
        EntityType type = people ? EntityType.MISC : entity.getType();
        for (int i = from; i < to; i++) {
            allowed[i] = sure ? 1 << Labels.of(type, i - from, to - from) : Labels.ANY;
        }
    }

    /** Where a run cuts a name, no labelling is left: then of the whole run nothing is known. */
    private static void free(Tokens tokens, int[] allowed) {
        Runs runs = Runs.whole(tokens);
        while (runs.next()) {
            if (!isPossible(allowed, runs.from(), runs.to())) {
                Arrays.fill(allowed, runs.from(), runs.to(), Labels.ANY);
            }
        }
    }

    private static boolean isPossible(int[] allowed, int from, int to) {
        int reached = 1 << Labels.OUTSIDE;
        for (int i = from; i < to; i++) {
            int next = 0;
            for (int label = 0; label < Labels.COUNT; label++) {
                boolean free = (allowed[i] >>> label & 1) != 0;
                next |= free && follows(reached, label) ? 1 << label : 0;
            }
            reached = next;
        }
        for (int label = 0; label < Labels.COUNT; label++) {
            if ((reached >>> label & 1) != 0 && Labels.ends(label)) {
                return true;
            }
        }
        return false;
    }

    private static boolean follows(int reached, int label) {
        for (int before = 0; before < Labels.COUNT; before++) {
            if ((reached >>> before & 1) != 0 && Labels.follows(before, label)) {
                return true;
            }
        }
        return false;
    }
}
