package dev.newswire.benchmarks.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.benchmarks.entity.GoldArticle.GoldMention;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlternativesTest {
    private final GoldMention town = gold(0, 16);
    private final GoldMention istanbul = gold(0, 8);
    private final GoldMention turkey = gold(10, 16);
    private final GoldMention ankara = gold(21, 27);
    private final List<Alternatives> names = Alternatives.of(
            new GoldArticle("a1", "", "Istanbul, Turkey met Ankara", 0, 27, List.of(istanbul, ankara, town, turkey)));

    @Test
    void namesWithinAnotherAreNotAskedForOnTheirOwn() {
        assertThat(names).extracting(Alternatives::whole).containsExactly(town, ankara);
        assertThat(names.get(0).within()).extracting(Alternatives::whole).containsExactly(istanbul, turkey);
    }

    @Test
    void theWholeOrAllWithinWillDo() {
        assertThat(isReached(Set.of(town))).isTrue();
        assertThat(isReached(Set.of(istanbul, turkey))).isTrue();
        assertThat(isReached(Set.of(istanbul))).isFalse();
        assertThat(isReached(Set.of())).isFalse();
    }

    @Test
    void namesThatDoNotCountAreNotAskedFor() {
        Alternatives name = names.get(0);
        assertThat(name.isReached(mention -> mention != turkey, Set.of(istanbul)::contains))
                .isTrue();
        assertThat(name.counts(mention -> mention == ankara)).isFalse();
        assertThat(name.counts(mention -> mention == turkey)).isTrue();
    }

    private boolean isReached(Set<GoldMention> found) {
        return names.get(0).isReached(mention -> true, found::contains);
    }

    private static GoldMention gold(int start, int end) {
        return new GoldMention(start, end, "NIL", "", "", "", "", false, false);
    }
}
