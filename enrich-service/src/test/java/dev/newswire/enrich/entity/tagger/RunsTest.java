package dev.newswire.enrich.entity.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.enrich.text.Tokeniser;
import dev.newswire.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunsTest {
    @Test
    void aRunHoldsCapitalsAndTheSmallWordsAmongThem() {
        assertThat(runs("the Bank of Northern Ireland said that the iPhone 17 sold"))
                .containsExactly("Bank of Northern Ireland", "iPhone 17");
    }

    @Test
    void aRunEndsWithTheSentence() {
        assertThat(runs("He went to Oslo. Norway was cold")).containsExactly("Oslo", "Norway");
    }

    @Test
    void aRunEndsAtADash() {
        assertThat(runs("OSLO \u2013 Norway and Oslo - Bergen and Jean-Luc"))
                .containsExactly("OSLO", "Norway and Oslo", "Bergen and Jean-Luc");
    }

    @Test
    void functionWordsAloneAreNoRun() {
        assertThat(runs("However, it rained. The Who sang in It. He saw IT")).containsExactly("IT");
    }

    @Test
    void aLongRunIsCut() {
        assertThat(runs("Word ".repeat(1_000)))
                .hasSizeGreaterThan(10)
                .allSatisfy(run -> assertThat(run.split(" ").length).isLessThanOrEqualTo(Runs.LONGEST));
    }

    private static List<String> runs(String text) {
        Tokens tokens = Tokeniser.tokenise(text);
        Runs runs = new Runs(tokens);
        List<String> found = new ArrayList<>();
        while (runs.next()) {
            found.add(tokens.surface(runs.from(), runs.to()));
        }
        return found;
    }
}
