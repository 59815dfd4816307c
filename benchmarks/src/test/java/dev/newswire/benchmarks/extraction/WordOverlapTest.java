package dev.newswire.benchmarks.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WordOverlapTest {

    @Test
    void wordsCountAsOftenAsTheyOccurInBoth() {
        WordOverlap overlap = WordOverlap.of("The cat the cat", "the cat sat");
        assertThat(overlap.precision()).isEqualTo(0.5);
        assertThat(overlap.recall()).isEqualTo(2 / 3.0, within(1e-9));
        assertThat(overlap.f1()).isEqualTo(4 / 7.0, within(1e-9));
    }

    @Test
    void wordsAreThoseOfPython() {
        assertThat(WordOverlap.words("Don’t go_there: 3½ km² — ÄRGER हिन्दी"))
                .containsExactly("don", "t", "go_there", "3½", "km²", "ärger", "ह", "न", "द");
    }

    @Test
    void textsWithoutWordsAgreeAndOneWithoutDoesNot() {
        assertThat(WordOverlap.of("…", "").f1()).isEqualTo(1);
        assertThat(WordOverlap.of("", "words").f1()).isZero();
        assertThat(WordOverlap.of("words", "").f1()).isZero();
    }
}
