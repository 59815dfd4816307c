package dev.newswire.ingest.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

    @Test
    void whiteSpaceOfEveryKindBecomesOneSpace() {
        assertThat(Text.oneLine("\u00a0 a\t\r\nb\u2003\u3000c \u2028")).isEqualTo("a b c");
    }

    @Test
    void invisibleAndControlCharactersVanish() {
        assertThat(Text.oneLine("zero\u200bwidth\ufeff soft\u00adhyphen \u0000\u0007bell \u202eright\u202c"))
                .isEqualTo("zerowidth softhyphen bell right");
    }

    @Test
    void joinersStayInsideWordsThatNeedThem() {
        String persian = "می\u200cخواهم";
        assertThat(Text.oneLine(persian)).isEqualTo(persian);
        assertThat(Text.oneLine("plain\u200dtext\u200c")).isEqualTo("plaintext");
    }

    @Test
    void emojiOfSeveralCharactersStayWhole() {
        String family = "👩\u200d👧";
        assertThat(Text.oneLine("A " + family + " B")).isEqualTo("A " + family + " B");
    }

    @Test
    void loneSurrogatesVanish() {
        assertThat(Text.oneLine("a\ud800b\udc00c")).isEqualTo("abc");
    }

    @Test
    void lettersAreComposed() {
        assertThat(Text.oneLine("Cafe\u0301")).isEqualTo("Café");
    }

    @Test
    void everyLineBreakSeparatesParagraphsAndBlankOnesVanish() {
        assertThat(Text.paragraphs("a\r\nb\rc\n\n \u00a0\nd\u2029e\u0085f\u000bg\fh"))
                .isEqualTo("a\nb\nc\nd\ne\nf\ng\nh");
    }

    @ParameterizedTest
    @CsvSource({"abc, 2, ab", "abc, 5, abc", "a😀b, 2, a", "a😀b, 3, a😀"})
    void headNeverCutsACharacterInTwo(String text, int limit, String head) {
        assertThat(Text.head(text, limit)).isEqualTo(head);
    }

    @Test
    void cleanTextIsCleanAlready() {
        long seed = 4242;
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            String text = random.ints(40, 0, 0x3000)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            String once = Text.paragraphs(text);
            assertThat(Text.paragraphs(once)).as("seed %d, round %d", seed, i).isEqualTo(once);
        }
    }
}
