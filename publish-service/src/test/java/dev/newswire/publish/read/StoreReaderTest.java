package dev.newswire.publish.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.platform.streams.KeyedStore;
import dev.newswire.publish.Samples;
import dev.newswire.schema.internal.FeedDepartures;
import dev.newswire.schema.internal.FeedSettings;
import dev.newswire.schema.internal.FeedState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoreReaderTest {
    private final MapStore<FeedState> feeds = new MapStore<>(new HashMap<>());
    private final MapStore<FeedDepartures> departures = new MapStore<>(new HashMap<>());
    private final StoreReader reader = new StoreReader(
            new MapStore<>(Map.of()),
            feeds,
            new MapStore<>(Map.of()),
            departures,
            new MapStore<>(Map.of()),
            filter -> List.of());

    @Test
    void definedFeedIsThereBeforeItHasEntries() {
        feeds.values.put("trees", state(0, settings(false)));

        assertThat(reader.feed("trees")).hasValue(new FeedInfo("trees", "Trees", 0, Samples.NOON, 3));
    }

    @Test
    void feedWhoseDefinitionWasRemovedIsNot() {
        feeds.values.put("trees", state(0, settings(true)));

        assertThat(reader.feed("trees")).isEmpty();
    }

    @Test
    void feedThatNobodyDefinedIsThereAsLongAsItHasEntriesOrTellsWhatLeft() {
        assertThat(reader.feed("source/a")).isEmpty();
        feeds.values.put("source/a", state(0, null));
        assertThat(reader.feed("source/a")).isEmpty();

        feeds.values.put("source/a", state(1, null));
        assertThat(reader.feed("source/a")).map(FeedInfo::size).hasValue(1);
        feeds.values.put("source/a", state(0, null));
        departures.values.put("source/a", new FeedDepartures("A", List.of()));
        assertThat(reader.feed("source/a")).map(FeedInfo::title).hasValue("A");
    }

    private static FeedState state(int size, @Nullable FeedSettings settings) {
        return FeedState.newBuilder()
                .setTitle("Trees")
                .setSize(size)
                .setChanges(3)
                .setUpdatedAt(Samples.NOON)
                .setDirty(false)
                .setSnapshotAt(Samples.NOON)
                .setSettings(settings)
                .build();
    }

    private static FeedSettings settings(boolean removed) {
        return FeedSettings.newBuilder()
                .setGeneration(1)
                .setTitle("Trees")
                .setRemoved(removed)
                .build();
    }

    private record MapStore<V>(Map<String, V> values) implements KeyedStore<V> {
        @Override
        public @Nullable V get(String key) {
            return values.get(key);
        }

        @Override
        public List<V> range(String owner, String from, String to, int limit) {
            return List.of();
        }

        @Override
        public void forEach(BiConsumer<String, ? super V> next) {
            values.forEach(next);
        }
    }
}
