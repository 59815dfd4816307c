package dev.newswire.enrich.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SketchTest {
    @Test
    void equalTextsResembleFully() {
        Sketch one = Sketch.of(Words.of("one two three four five six"), 32);
        Sketch other = Sketch.of(Words.of("One two, three four five six!"), 32);

        assertThat(one).isEqualTo(other);
        assertThat(one.resemblance(other)).isEqualTo(1);
    }

    @Test
    void textsWithoutACommonRunDoNotResemble() {
        Sketch one = Sketch.of(Words.of("one two three four five six"), 32);
        Sketch other = Sketch.of(Words.of("six five four three two one"), 32);

        assertThat(one.resemblance(other)).isZero();
    }

    @Test
    void emptyTextResemblesNothing() {
        Sketch empty = Sketch.of(List.of(), 32);

        assertThat(empty.resemblance(empty)).isZero();
        assertThat(Sketch.of(List.of("one"), 32).resemblance(empty)).isZero();
    }

    @Test
    void keepsOnlyTheSmallestHashesInOrder() {
        Random random = new Random(1);
        List<Integer> hashes = Sketch.of(words(random, 500), 32).toAvro();

        assertThat(hashes).hasSize(32).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void estimatesTheShareOfCommonRuns() {
        Random random = new Random(2);
        double error = 0;
        for (int round = 0; round < 100; round++) {
            List<String> text = words(random, 400);
            List<String> edited = new ArrayList<>(text);
            for (int i = 0; i < round / 4; i++) {
                edited.set(random.nextInt(edited.size()), "edit" + i);
            }
            double estimate = Sketch.of(text, 256).resemblance(Sketch.of(edited, 256));
            error += Math.abs(estimate - exact(text, edited)) / 100;
        }
        assertThat(error).isCloseTo(0, within(0.03));
    }

    private static List<String> words(Random random, int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add("w" + random.nextInt(5_000));
        }
        return words;
    }

    private static double exact(List<String> one, List<String> other) {
        Set<String> both = runs(one);
        Set<String> all = new HashSet<>(both);
        Set<String> others = runs(other);
        both.retainAll(others);
        all.addAll(others);
        return (double) both.size() / all.size();
    }

    private static Set<String> runs(List<String> words) {
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + 4 <= words.size(); i++) {
            runs.add(String.join(" ", words.subList(i, i + 4)));
        }
        return runs;
    }
}
