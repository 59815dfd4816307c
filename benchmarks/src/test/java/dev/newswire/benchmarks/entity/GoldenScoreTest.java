package dev.newswire.benchmarks.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.benchmarks.entity.GoldArticle.GoldMention;
import dev.newswire.benchmarks.entity.GoldenScore.Answer;
import dev.newswire.schema.EntityType;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class GoldenScoreTest {
    private static final String TEXT = "Ann Lee met Bo Ray. Lee left.";

    private final GoldArticle article = new GoldArticle(
            "a1",
            "",
            TEXT,
            0,
            TEXT.length(),
            List.of(gold(0, 7, "lee", "full"), gold(12, 18, "ray", "full"), gold(20, 23, "lee", "surname")));
    private final GoldenScore score = new GoldenScore();

    @Test
    void allRightIsOne() {
        score.add(article, List.of(person(0, 7, "nil:1"), person(12, 18, "nil:2"), person(20, 23, "nil:1")));
        assertThat(score.names().named().f1()).isEqualTo(1);
        assertThat(score.shortened().recall()).isEqualTo(100);
        assertThat(score.chains().f1()).isEqualTo(1);
        assertThat(score.errors()).isEmpty();
    }

    @Test
    void aShortFormTakenForSomeoneElseIsWrong() {
        score.add(article, List.of(person(0, 7, "nil:1"), person(12, 18, "nil:2"), person(20, 23, "nil:2")));
        assertThat(score.names().named().f1()).isEqualTo(1);
        assertThat(score.shortened().recall()).isZero();
        assertThat(score.chains().f1()).isCloseTo(2 / 3.0, Offset.offset(0.001));
        assertThat(score.errors()).singleElement().asString().contains("chain");
    }

    @Test
    void aNameNotFoundIsMissed() {
        score.add(article, List.of(person(0, 7, "nil:1")));
        assertThat(score.places().recall()).isCloseTo(33.3, Offset.offset(0.1));
        assertThat(score.shortened().recall()).isZero();
        assertThat(score.errors()).hasSize(2).allMatch(error -> error.contains("missed"));
    }

    private static GoldMention gold(int start, int end, String chain, String form) {
        return new GoldMention(start, end, "NIL", "PER", "", chain, form, false, false);
    }

    private static Answer person(int start, int end, String entity) {
        return new Answer(start, end, EntityType.PERSON, entity);
    }
}
