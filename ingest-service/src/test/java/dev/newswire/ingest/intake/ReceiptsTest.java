package dev.newswire.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReceiptsTest {

    private static final Instant NOW = Instant.parse("2025-07-30T12:00:00Z");

    private final Receipts receipts = new Receipts();

    @Test
    void eventsOfOneArticleNeverShareATime() {
        assertThat(receipts.assign("a", NOW)).isEqualTo(NOW);
        assertThat(receipts.assign("a", NOW)).isEqualTo(NOW.plusMillis(1));
        assertThat(receipts.assign("a", NOW)).isEqualTo(NOW.plusMillis(2));
        assertThat(receipts.assign("a", NOW.plusMillis(1))).isEqualTo(NOW.plusMillis(3));
        assertThat(receipts.assign("a", NOW.plusMillis(9))).isEqualTo(NOW.plusMillis(9));
    }

    @Test
    void otherArticlesMayShareIt() {
        receipts.assign("a", NOW);
        assertThat(receipts.assign("b", NOW)).isEqualTo(NOW);
    }
}
