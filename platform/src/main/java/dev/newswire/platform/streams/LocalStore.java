package dev.newswire.platform.streams;

import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Reads the partitions of a store that this instance holds. Every method throws {@link StoreNotReadyException} while
 * they are restored or move to another instance.
 *
 * @param <V> type of the values
 */
public final class LocalStore<V> {
    private final Supplier<ReadOnlyKeyValueStore<String, V>> store;

    /** @param store gives the store as it is now; asked before every read, since a rebalance replaces it */
    public LocalStore(Supplier<ReadOnlyKeyValueStore<String, V>> store) {
        this.store = store;
    }

    /** The value of a key; null where there is none here. */
    public @Nullable V get(String key) {
        return read(values -> values.get(key));
    }

    /** Hands over the values whose keys start with a prefix, in the order of the keys, until one is refused. */
    public void scan(String prefix, Predicate<? super V> next) {
        read(values -> {
            try (KeyValueIterator<String, V> found = values.prefixScan(prefix, new StringSerializer())) {
                boolean more = true;
                while (more && found.hasNext()) {
                    more = next.test(found.next().value);
                }
            }
            return null;
        });
    }

    /** Hands over every key and value, in no order. */
    public void forEach(BiConsumer<String, ? super V> next) {
        read(values -> {
            try (KeyValueIterator<String, V> found = values.all()) {
                found.forEachRemaining(entry -> next.accept(entry.key, entry.value));
            }
            return null;
        });
    }

    private <R> @Nullable R read(Reading<V, R> reading) {
        try {
            return reading.of(store.get());
        } catch (InvalidStateStoreException e) {
            throw new StoreNotReadyException(e);
        }
    }

    private interface Reading<V, R> {
        @Nullable
        R of(ReadOnlyKeyValueStore<String, V> values);
    }
}
