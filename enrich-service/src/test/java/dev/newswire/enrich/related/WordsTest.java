package dev.newswire.enrich.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Random;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void wordsAreLowerCaseWithoutPossessives() {
        assertThat(Words.of("Halden's mayor: O’Neill’s F-35s, 1,200 of them."))
                .containsExactly("halden", "mayor", "o'neill", "f", "35s", "1", "200", "of", "them");
    }

    @Test
    void accentsAndOtherAlphabetsStay() {
        assertThat(Words.of("Łódź, Ёлка, Αθήνα, القاهرة")).containsExactly("łódź", "ёлка", "αθήνα", "القاهرة");
    }

    @Test
    void hanGivesPairsAndKatakanaWords() {
        assertThat(Words.of("熊本県でサッカー")).containsExactly("熊本", "本県", "サッカー");
        assertThat(Words.of("橋が")).containsExactly("橋");
    }

    @Test
    void thaiGivesTriples() {
        assertThat(Words.of("กรุงเ")).containsExactly("กรุ", "รุง", "ุงเ");
    }

    @Test
    void endlessWordsAreLeftOut() {
        assertThat(Words.of("a " + "x".repeat(41) + " b")).containsExactly("a", "b");
    }

    @Test
    void anyTextIsTaken() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(50); i > 0; i--) {
                text.append((char) random.nextInt(Character.MAX_VALUE + 1));
            }
            assertThatCode(() -> Words.of(text.toString())).as("seed %d", seed).doesNotThrowAnyException();
        }
    }
}
