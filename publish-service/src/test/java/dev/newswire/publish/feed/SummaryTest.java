package dev.newswire.publish.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SummaryTest {
    @Test
    void shortTextIsItsOwnSummary() {
        assertThat(Summary.of("One line.\nAnother  one.\n")).isEqualTo("One line. Another one.");
        assertThat(Summary.of("")).isEmpty();
        assertThat(Summary.of(" \n\t ")).isEmpty();
    }

    @Test
    void longTextEndsWithAWholeSentence() {
        String sentence = "The committee met for the third time and put its decision off again. ";
        String summary = Summary.of(sentence.repeat(20));
        assertThat(summary).hasSizeLessThanOrEqualTo(500).endsWith("off again.").hasSizeGreaterThan(400);
    }

    @Test
    void abbreviationsDoNotEndSentences() {
        String text = "It began a long time ago in a harbour far from the capital and went on for years. "
                + "The talks between officials of both sides and the U.S. Navy led by Adm. J. Smith "
                + "x".repeat(420);
        assertThat(Summary.of(text)).endsWith("for years.");
    }

    @Test
    void sentencesOfScriptsWithoutSpacesEndToo() {
        assertThat(Summary.of("首相は火曜日に会議を開いた。".repeat(60)))
                .hasSizeLessThanOrEqualTo(500)
                .endsWith("。");
    }

    @Test
    void textWithoutSentencesIsCutBetweenWords() {
        assertThat(Summary.of("word ".repeat(200)))
                .hasSizeLessThanOrEqualTo(500)
                .endsWith("word…");
    }

    @Test
    void surrogatePairsAreNeverSplit() {
        for (int shift = 0; shift < 2; shift++) {
            String summary = Summary.of("a".repeat(shift) + "😀".repeat(400));
            assertThat(summary).hasSizeLessThanOrEqualTo(500).endsWith("😀…");
        }
    }

    @Test
    void anyTextFits() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String alphabet = "ab .!?\n\"'。…😀\u00a0";
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(1500); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(Summary.of(text.toString())).as("seed %d", seed).hasSizeLessThanOrEqualTo(500);
        }
    }
}
