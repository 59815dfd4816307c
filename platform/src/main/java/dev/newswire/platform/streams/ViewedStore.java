package dev.newswire.platform.streams;

import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A store as others may see it. */
record ViewedStore<V>(KeyedStore<V> store, View<V> view) implements KeyedStore<V> {
    @Override
    public @Nullable V get(String key) {
        V value = store.get(key);
        return value == null ? null : view.of(value);
    }

    @Override
    public List<V> range(String owner, String from, String to, int limit) {
        return store.range(owner, from, to, limit).stream()
                .<@Nullable V>map(view::of)
                .filter(Objects::nonNull)
                .<V>map(Objects::requireNonNull)
                .toList();
    }

    @Override
    public void forEach(BiConsumer<String, ? super V> next) {
        store.forEach((key, value) -> {
            V seen = view.of(value);
            if (seen != null) {
                next.accept(key, seen);
            }
        });
    }
}
