package dev.newswire.platform.streams;

import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a store. Every method throws {@link StoreNotReadyException} while what is asked for is restored or moves to
 * another instance.
 *
 * @param <V> type of the values
 */
public interface KeyedStore<V> {
    /** The value of a key; null where there is none. */
    @Nullable
    V get(String key);

    /**
     * Values in the order of their keys.
     *
     * @param owner key that decides in which partition they stand: what was repartitioned by it
     * @param from first key
     * @param to key behind the last one
     * @param limit most values
     */
    List<V> range(String owner, String from, String to, int limit);

    /** Hands over every key and value that this instance is in charge of, in no order. */
    void forEach(BiConsumer<String, ? super V> next);

    /** This store as others may see it: a value becomes what the view makes of it, null for nothing. */
    default KeyedStore<V> seenThrough(View<V> view) {
        return new ViewedStore<>(this, view);
    }

    /** What others may see of a value. */
    interface View<V> {
        /** The value, changed perhaps; null where it is not to be seen. */
        @Nullable
        V of(V value);
    }
}
