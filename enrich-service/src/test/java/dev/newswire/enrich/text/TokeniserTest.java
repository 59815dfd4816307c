package dev.newswire.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TokeniserTest {
    @Test
    void wordsKeepTheirPlaces() {
        Tokens tokens = Tokeniser.tokenise("  Tokyo, Japan");
        assertThat(words(tokens)).containsExactly("Tokyo", "Japan");
        assertThat(tokens.start(1)).isEqualTo(9);
        assertThat(tokens.end(1)).isEqualTo(14);
    }

    @Test
    void possessivesAreNoPartOfTheName() {
        Tokens tokens = Tokeniser.tokenise("Ishiba's and Trump\u2019s allies' votes");
        assertThat(words(tokens)).containsExactly("Ishiba", "and", "Trump", "allies", "votes");
        assertThat(tokens.is(0, Shape.POSSESSIVE)).isTrue();
        assertThat(tokens.is(2, Shape.POSSESSIVE)).isTrue();
        assertThat(tokens.is(3, Shape.POSSESSIVE)).isTrue();
        assertThat(tokens.fullKey(0)).isEqualTo(Folding.key("ishiba's"));
    }

    @Test
    void apostrophesInsideNamesStay() {
        assertThat(words(Tokeniser.tokenise("Alice Dell'Era, O’Brien, Côte d’Ivoire and L'Oréal")))
                .containsExactly("Alice", "Dell'Era", "O’Brien", "Côte", "d’Ivoire", "and", "L'Oréal");
    }

    @Test
    void initialsKeepTheirFullStops() {
        Tokens tokens = Tokeniser.tokenise("The U.S. and the U.K. met J. D. Vance at 3.5 percent.");
        assertThat(words(tokens)).contains("U.S.", "U.K.", "J.", "D.", "Vance", "3.5", "percent");
        assertThat(tokens.key(1)).isEqualTo(Folding.key("US"));
        assertThat(tokens.is(1, Shape.DOTTED)).isTrue();
    }

    @Test
    void theLastWordOfASentenceLosesItsFullStop() {
        Tokens tokens = Tokeniser.tokenise("He chose plan B. Then he left for Paris. She stayed.");
        assertThat(words(tokens)).contains("Paris");
        assertThat(tokens.is(index(tokens, "She"), Shape.INITIAL)).isTrue();
        assertThat(tokens.is(index(tokens, "Paris"), Shape.INITIAL)).isFalse();
    }

    @Test
    void hyphensPartWordsButJoinNames() {
        Tokens tokens = Tokeniser.tokenise("Japan-Italy-U.K. talks -- Paris");
        assertThat(words(tokens)).containsExactly("Japan", "Italy", "U.K.", "talks", "Paris");
        assertThat(tokens.gap(1)).isEqualTo(Gap.HYPHEN);
        assertThat(Gap.joins(tokens.gap(4))).isFalse();
    }

    @Test
    void abbreviationsDoNotEndSentences() {
        Tokens tokens = Tokeniser.tokenise("Gov. Smith of St. Louis met Apple Inc. The board agreed.");
        assertThat(words(tokens)).contains("Gov.", "St.", "Inc.");
        assertThat(tokens.is(index(tokens, "Louis"), Shape.INITIAL)).isFalse();
        assertThat(tokens.is(index(tokens, "The"), Shape.INITIAL)).isTrue();
    }

    @Test
    void quotationsAndLinesStartAnew() {
        Tokens tokens = Tokeniser.tokenise("He said, \u201cReading helps.\u201d\nMobile phones do not.");
        assertThat(tokens.is(index(tokens, "Reading"), Shape.INITIAL)).isTrue();
        assertThat(tokens.is(index(tokens, "Mobile"), Shape.INITIAL)).isTrue();
    }

    @Test
    void pluralsOfAcronymsAreMarked() {
        Tokens tokens = Tokeniser.tokenise("MPs fly F-35s to AT&T");
        assertThat(tokens.is(0, Shape.PLURAL)).isTrue();
        assertThat(tokens.singularKey(0)).isEqualTo(Folding.key("MP"));
        assertThat(tokens.is(index(tokens, "35s"), Shape.PLURAL)).isTrue();
        assertThat(words(tokens)).contains("AT&T");
    }

    @Test
    void scriptsWithoutSpacesPartFromLatinLetters() {
        assertThat(words(Tokeniser.tokenise("石破首相がNATO首脳会議を欠席"))).containsExactly("石破首相が", "NATO", "首脳会議を欠席");
    }

    @Test
    void invisibleCharactersDoNotChangeTheKey() {
        Tokens tokens = Tokeniser.tokenise("\u200FIs\u00ADhiba\u200B Orba\u0301n");
        assertThat(tokens.key(0)).isEqualTo(Folding.key("ishiba"));
        assertThat(tokens.key(1)).isEqualTo(Folding.key("Orbán"));
    }

    @Test
    void unpairedSurrogatesPartWords() {
        Tokens tokens = Tokeniser.tokenise("Tok\uD800yo \uDC00 \uD83D\uDE00Japan\uD83D");
        assertThat(words(tokens)).containsExactly("Tok", "yo", "Japan");
    }

    @Test
    void anyTextGivesOrderedPlacesWithinIt() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String alphabet = "aAzZ09 .,'’-&\n\"()\u0301\u00AD\u200F\uD83D\uDE00\uD800\u05D0\u6771\u00DF\u0130";
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(60); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertOrdered(Tokeniser.tokenise(text), text, seed);
        }
    }

    private static void assertOrdered(Tokens tokens, CharSequence text, long seed) {
        int end = 0;
        for (int i = 0; i < tokens.size(); i++) {
            assertThat(tokens.start(i)).as("seed %d", seed).isGreaterThanOrEqualTo(end);
            assertThat(tokens.end(i)).as("seed %d", seed).isGreaterThan(tokens.start(i));
            end = tokens.end(i);
        }
        assertThat(end).as("seed %d", seed).isLessThanOrEqualTo(text.length());
    }

    private static int index(Tokens tokens, String word) {
        return words(tokens).indexOf(word);
    }

    private static List<String> words(Tokens tokens) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            words.add(tokens.surface(i, i + 1));
        }
        return words;
    }
}
