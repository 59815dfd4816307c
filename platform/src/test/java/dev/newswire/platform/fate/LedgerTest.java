package dev.newswire.platform.fate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.platform.event.EventOrigin;
import dev.newswire.schema.ArticleFate;
import dev.newswire.schema.Fate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private final Ledger ledger = new Ledger();

    @Test
    void anEventWithoutFateIsNamed() {
        ledger.event(at(7), "nhk");
        ledger.event(at(8), "nhk");
        ledger.fate(fate(8, Fate.PUBLISHED));
        assertThat(ledger.balance().missing()).containsExactly(at(7));
        assertThat(ledger.balance().reconciles()).isFalse();
    }

    @Test
    void anEmbargoIsAFateUntilAnotherFollows() {
        ledger.event(at(1), "nhk");
        ledger.fate(fate(1, Fate.EMBARGOED));
        assertThat(ledger.balance().total(Fate.EMBARGOED)).isEqualTo(1);
        ledger.fate(fate(1, Fate.PUBLISHED));
        assertThat(ledger.balance().total(Fate.EMBARGOED)).isZero();
        assertThat(ledger.balance().total(Fate.PUBLISHED)).isEqualTo(1);
        assertThat(ledger.balance().repeated()).isZero();
    }

    @Test
    void aDeadLetterThatIsSentAgainMayEndWell() {
        ledger.event(at(1), "nhk");
        ledger.fate(fate(1, Fate.QUARANTINED));
        ledger.fate(fate(1, Fate.QUARANTINED));
        ledger.fate(fate(1, Fate.PUBLISHED));
        assertThat(ledger.balance().total(Fate.QUARANTINED)).isZero();
        assertThat(ledger.balance().total(Fate.PUBLISHED)).isEqualTo(1);
    }

    @Test
    void aSecondFateIsCountedAsARepetitionAndDoesNotReplaceTheFirst() {
        ledger.event(at(1), "nhk");
        ledger.fate(fate(1, Fate.PUBLISHED));
        ledger.fate(fate(1, Fate.UNCHANGED));
        assertThat(ledger.balance().total(Fate.PUBLISHED)).isEqualTo(1);
        assertThat(ledger.balance().repeated()).isEqualTo(1);
    }

    @Test
    void aFateWhoseEventIsGoneIsAnOrphan() {
        ledger.fate(fate(1, Fate.PUBLISHED));
        assertThat(ledger.balance().orphaned()).isEqualTo(1);
        assertThat(ledger.balance().total()).isZero();
    }

    @Test
    void theOrderOfReadingDoesNotMatter() {
        long seed = System.nanoTime();
        List<Runnable> entries = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            int offset = i;
            entries.add(() -> ledger.event(at(offset), "source-" + offset % 3));
            if (i % 100 != 0) {
                entries.add(() -> ledger.fate(fate(offset, Fate.PUBLISHED)));
            }
        }
        Collections.shuffle(entries, new Random(seed));
        entries.forEach(Runnable::run);
        Ledger.Balance balance = ledger.balance();
        assertThat(balance.total()).as("seed %d", seed).isEqualTo(5_000);
        assertThat(balance.total(Fate.PUBLISHED)).as("seed %d", seed).isEqualTo(4_950);
        assertThat(balance.missing()).as("seed %d", seed).hasSize(50).allMatch(origin -> origin.offset() % 100 == 0);
        assertThat(balance.events()).hasSize(3);
    }

    private static EventOrigin at(long offset) {
        return new EventOrigin("news.article.raw.v1", 0, offset);
    }

    private static ArticleFate fate(long offset, Fate fate) {
        return Fates.of(fate, "publish", at(offset), "A", "nhk", 1, null, 0);
    }
}
