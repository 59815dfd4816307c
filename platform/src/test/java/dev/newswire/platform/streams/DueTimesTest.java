package dev.newswire.platform.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class DueTimesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final KeyValueStore<String, byte[]> store = store();
    private final DueTimes times = new DueTimes(store);

    @Test
    void whatIsDueIsTakenOnceAndTheEarliestFirst() {
        times.add(NOON.plusMillis(1), "LATER");
        times.add(NOON, "B");
        times.add(NOON.minusSeconds(9), "A");
        times.add(Instant.EPOCH.minusSeconds(5), "LONG-AGO");

        assertThat(taken(NOON, 10)).containsExactly("LONG-AGO", "A", "B");
        assertThat(taken(NOON, 10)).isEmpty();
        assertThat(taken(NOON.plusMillis(1), 10)).containsExactly("LATER");
    }

    @Test
    void noMoreIsTakenThanAskedForAndTheRestFollows() {
        List.of("A", "B", "C").forEach(articleId -> times.add(NOON, articleId));

        assertThat(taken(NOON, 2)).containsExactly("A", "B");
        assertThat(taken(NOON, 2)).containsExactly("C");
    }

    @Test
    void whatIsForgottenIsNotDue() {
        times.add(NOON, "A");
        times.remove(NOON, "A");

        assertThat(taken(NOON, 10)).isEmpty();
    }

    @Test
    void anEarlierTimeThanAllTakenIsDueToo() {
        times.add(NOON, "A");
        assertThat(taken(NOON, 10)).containsExactly("A");

        times.add(NOON.minusSeconds(60), "B");
        assertThat(taken(NOON, 10)).containsExactly("B");
    }

    @Test
    void anotherTaskFindsWhatWasNoted() {
        times.add(NOON, "A");

        List<String> found = new ArrayList<>();
        new DueTimes(store).take(NOON, 10, found::add);
        assertThat(found).containsExactly("A");
    }

    private List<String> taken(Instant now, int most) {
        List<String> taken = new ArrayList<>();
        times.take(now, most, taken::add);
        return taken;
    }

    private static KeyValueStore<String, byte[]> store() {
        KeyValueStore<String, byte[]> store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore("times"), Serdes.String(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        store.init(new MockProcessorContext<>().getStateStoreContext(), store);
        return store;
    }
}
