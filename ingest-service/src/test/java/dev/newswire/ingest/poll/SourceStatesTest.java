package dev.newswire.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.newswire.platform.serde.TrustedRecords;
import dev.newswire.schema.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SourceStatesTest {

    @BeforeAll
    static void trustRecords() {
        TrustedRecords.trust();
    }

    private final List<SourceState> written = new ArrayList<>();
    private final SourceStates states =
            new SourceStates(id -> id.startsWith("a") ? 0 : 1, (state, partition) -> written.add(state));

    @Test
    void onlySourcesOfGivenPartitionsAreOurs() {
        states.assign(0, Map.of("a1", state("a1")));

        assertThat(states.owns("a1")).isTrue();
        assertThat(states.owns("a2")).isTrue();
        assertThat(states.owns("b1")).isFalse();
        assertThat(states.get("a1")).isNotNull();
        assertThat(states.get("a2")).isNull();
        assertThat(states.lease("b1")).isEmpty();
    }

    @Test
    void whatIsSavedIsWrittenAndKept() {
        states.assign(0, Map.of());
        try (SourceStates.Lease lease = states.lease("a1").orElseThrow()) {
            lease.save(state("a1"));
        }
        assertThat(written).hasSize(1);
        assertThat(states.get("a1")).isEqualTo(written.get(0));
    }

    @Test
    void aPartitionIsHandedOverOnceItsPollsHaveEnded() {
        states.assign(0, Map.of());
        SourceStates.Lease lease = states.lease("a1").orElseThrow();
        Thread handOver = new Thread(() -> states.revoke(0, Duration.ofMinutes(1)));
        handOver.start();
        await().until(() -> !states.owns("a1"));

        assertThat(states.lease("a2")).isEmpty();
        lease.save(state("a1"));
        assertThat(handOver.isAlive()).isTrue();
        lease.close();
        await().until(() -> !handOver.isAlive());
        assertThat(written).hasSize(1);
    }

    @Test
    void whoeverComesTooLateWritesNothing() {
        states.assign(0, Map.of());
        SourceStates.Lease late = states.lease("a1").orElseThrow();
        states.revoke(0, Duration.ZERO);
        states.assign(0, Map.of());
        late.save(state("a1"));
        late.close();

        assertThat(written).isEmpty();
        assertThat(states.get("a1")).isNull();
    }

    private static SourceState state(String id) {
        return SourceState.newBuilder()
                .setSourceId(id)
                .setNextPollAt(Instant.EPOCH)
                .setIntervalSeconds(1)
                .build();
    }
}
