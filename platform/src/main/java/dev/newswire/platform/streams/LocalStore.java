package dev.newswire.platform.streams;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Reads the partitions of a store that this instance holds, as active or as standby; to ask for another throws
 * {@link StoreNotReadyException}.
 *
 * @param <V> type of the values
 */
public final class LocalStore<V> implements KeyedStore<V> {
    private final Function<String, ReadOnlyKeyValueStore<String, V>> byKey;
    private final Supplier<ReadOnlyKeyValueStore<String, V>> active;

    /**
     * Both are asked before every read, since a rebalance replaces stores.
     *
     * @param byKey gives the partition in which a key stands
     * @param active gives all partitions that this instance is in charge of
     */
    public LocalStore(
            Function<String, ReadOnlyKeyValueStore<String, V>> byKey,
            Supplier<ReadOnlyKeyValueStore<String, V>> active) {
        this.byKey = byKey;
        this.active = active;
    }

    /** A store whose partitions are all here. */
    public LocalStore(Supplier<ReadOnlyKeyValueStore<String, V>> whole) {
        this(key -> whole.get(), whole);
    }

    @Override
    public @Nullable V get(String key) {
        return reading(() -> byKey.apply(key).get(key));
    }

    @Override
    public List<V> range(String owner, String from, String to, int limit) {
        List<V> values = new ArrayList<>();
        reading(() -> {
            try (KeyValueIterator<String, V> found = byKey.apply(owner).range(from, to)) {
                while (values.size() < limit && found.hasNext()) {
                    values.add(found.next().value);
                }
            }
            return values;
        });
        return values;
    }

    @Override
    public void forEach(BiConsumer<String, ? super V> next) {
        reading(() -> {
            try (KeyValueIterator<String, V> found = active.get().all()) {
                found.forEachRemaining(entry -> next.accept(entry.key, entry.value));
            }
            return next;
        });
    }

    private static <R> @Nullable R reading(Reading<R> reading) {
        try {
            return reading.read();
        } catch (InvalidStateStoreException e) {
            throw new StoreNotReadyException(e);
        }
    }

    private interface Reading<R> {
        @Nullable
        R read();
    }
}
