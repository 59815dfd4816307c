package dev.newswire.publish.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.schema.ArticleFate;
import dev.newswire.schema.Fate;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FateTallyTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final FateTally tally = new FateTally();

    @Test
    void fatesAreCountedByTheMinuteTheyWereDecidedIn() {
        add(Fate.PUBLISHED, 0);
        add(Fate.PUBLISHED, 59);
        add(Fate.PUBLISHED, 60);
        add(Fate.STALE, 60);
        assertThat(tally.perMinute(Fate.PUBLISHED, NOON.plusSeconds(90)))
                .hasSize(FateTally.MINUTES)
                .endsWith(0, 2, 1);
        assertThat(tally.perMinute(Fate.STALE, NOON.plusSeconds(90))).endsWith(0, 0, 1);
    }

    @Test
    void whatIsOlderThanAnHourIsForgotten() {
        add(Fate.PUBLISHED, 0);
        add(Fate.PUBLISHED, 3_600);
        assertThat(tally.perMinute(Fate.PUBLISHED, NOON)).containsOnly(0);
        add(Fate.PUBLISHED, -7_200);
        assertThat(tally.perMinute(Fate.PUBLISHED, NOON.plusSeconds(3_600))).endsWith(0, 1);
    }

    @Test
    void theLastThatWereQuarantinedAreKept() {
        for (int i = 0; i < 50; i++) {
            add(Fate.QUARANTINED, i);
        }
        assertThat(tally.quarantined())
                .hasSize(20)
                .first()
                .satisfies(fate -> assertThat(fate.getEventOffset()).isEqualTo(49));
    }

    private void add(Fate fate, int second) {
        tally.add(ArticleFate.newBuilder()
                .setFate(fate)
                .setEventTopic("topic")
                .setEventPartition(0)
                .setEventOffset(second)
                .setService("ingest")
                .setDecidedAt(NOON.plusSeconds(second))
                .build());
    }
}
