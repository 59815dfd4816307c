package dev.newswire.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Work is counted, as looks at a character, so that a slow machine decides nothing. */
class TokeniserWorkTest {
    private static final int MOST_LOOKS = 60;

    static Stream<String> texts() {
        return Stream.of(
                "x".repeat(1_000_000),
                "A".repeat(100_000),
                "\u0645".repeat(100_000),
                "\uD83D\uDE00".repeat(100_000),
                "\u0000\u0007".repeat(100_000),
                "\uD800".repeat(100_000),
                "a\u0301".repeat(100_000),
                "U.".repeat(100_000),
                "a'".repeat(100_000),
                "1,".repeat(100_000),
                "'s".repeat(100_000));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void noCharacterIsLookedAtAgainAndAgain(String text) {
        Counted counted = new Counted(text);
        Tokeniser.tokenise(counted);
        assertThat(counted.looks).isLessThan((long) MOST_LOOKS * text.length());
    }

    private static final class Counted implements CharSequence {
        private final String text;
        private long looks;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            looks++;
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            looks += end - start;
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
