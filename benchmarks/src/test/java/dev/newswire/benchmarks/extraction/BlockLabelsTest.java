package dev.newswire.benchmarks.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BlockLabelsTest {

    private static final List<String> LONG = List.of("a", "long", "block", "of", "words", "that", "is", "the", "text");

    @Test
    void longBlockOfTheTextCountsOnceAndAnotherNot() {
        List<String> other = List.of("one", "two", "three", "four", "five", "six", "seven", "eight");
        assertThat(BlockLabels.of(List.of(LONG, other, LONG), LONG)).containsExactly(1, 0, 0);
    }

    @Test
    void shortBlockCountsOnlyBesideALongOne() {
        List<String> word = List.of("text");
        List<String> none = List.of();
        List<List<String>> blocks = List.of(word, none, none, none, none, none, LONG, word);
        assertThat(BlockLabels.of(
                        blocks, List.of("a", "long", "block", "of", "words", "that", "is", "the", "text", "text")))
                .containsExactly(0, 0, 0, 0, 0, 0, 1, 1);
    }
}
