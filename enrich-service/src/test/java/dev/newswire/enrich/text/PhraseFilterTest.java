package dev.newswire.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PhraseFilterTest {
    private final PhraseFilter filter = new PhraseFilter();

    @Test
    void neverDeniesWhatWasAdded() {
        Random random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            long phrase = random.nextLong();
            filter.addWhole(PhraseFilter.hash(phrase));
            filter.addPrefix(PhraseFilter.hash(~phrase));
            assertThat(filter.mayBe(phrase) && filter.mayContinue(~phrase)).isTrue();
        }
    }

    @Test
    void deniesNearlyAllElse() {
        Random random = new Random(5);
        for (int i = 0; i < 100_000; i++) {
            filter.addWhole(PhraseFilter.hash(random.nextLong()));
        }
        long accepted = random.longs(100_000).filter(filter::mayBe).count();
        assertThat(accepted).isLessThan(3_000);
        assertThat(random.longs(1_000).anyMatch(filter::mayContinue)).isFalse();
    }

    @Test
    void aCopyGoesItsOwnWay() {
        PhraseFilter copy = filter.copy();
        copy.addWhole(7);
        assertThat(copy.mayBe(7L << (Long.SIZE - PhraseFilter.BITS))).isTrue();
        assertThat(filter.mayBe(7L << (Long.SIZE - PhraseFilter.BITS))).isFalse();
    }
}
