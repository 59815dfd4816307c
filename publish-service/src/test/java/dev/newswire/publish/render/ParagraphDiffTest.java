package dev.newswire.publish.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParagraphDiffTest {
    @Test
    void whatStaysIsNotTold() {
        ParagraphDiff diff = ParagraphDiff.of("one\ntwo\nthree\nfour", "one\nTWO\nthree\nfive\nfour");
        assertThat(diff.removed()).containsExactly("two");
        assertThat(diff.added()).containsExactly("TWO", "five");
    }

    @Test
    void aMovedParagraphIsTakenAwayAndAdded() {
        ParagraphDiff diff = ParagraphDiff.of("one\ntwo\nthree", "two\nthree\none");
        assertThat(diff.removed()).containsExactly("one");
        assertThat(diff.added()).containsExactly("one");
    }

    @Test
    void nothingAndEverything() {
        assertThat(ParagraphDiff.of("same", "same")).isEqualTo(ParagraphDiff.of("", ""));
        assertThat(ParagraphDiff.of("a\na", "a").removed()).containsExactly("a");
    }

    @Test
    void hugeTextsAreTakenAsReplaced() {
        ParagraphDiff diff = ParagraphDiff.of("same\n" + "a\nb\n".repeat(5_000) + "end", "same\nc\nend");
        assertThat(diff.removed()).hasSize(10_000);
        assertThat(diff.added()).containsExactly("c");
    }
}
