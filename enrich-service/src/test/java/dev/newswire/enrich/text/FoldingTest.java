package dev.newswire.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldingTest {
    @Test
    void accentsCapitalsAndFullStopsDoNotMatter() {
        assertThat(Folding.fold("Orbán Støre Łódź Straße U.S. Dell’Era"))
                .isEqualTo("orban store lodz strasse us dell'era");
    }

    @Test
    void keysAgreeWithFolding() {
        assertThat(Folding.key("Orbán")).isEqualTo(Folding.key("ORBAN"));
        assertThat(Folding.key("U.S.")).isEqualTo(Folding.key("us"));
        assertThat(Folding.key("Ørsted")).isEqualTo(Folding.key("orsted"));
        assertThat(Folding.key("東京")).isNotEqualTo(Folding.key("京東"));
    }

    @Test
    void wordsTooLongHaveNoKey() {
        assertThat(Folding.key("x".repeat(Folding.LONGEST_WORD + 1))).isZero();
    }

    @Test
    void theOrderOfWordsMatters() {
        long one = Folding.join(Folding.join(0, Folding.key("new")), Folding.key("york"));
        long other = Folding.join(Folding.join(0, Folding.key("york")), Folding.key("new"));
        assertThat(one).isNotEqualTo(other);
    }
}
