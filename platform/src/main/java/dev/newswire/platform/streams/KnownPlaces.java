package dev.newswire.platform.streams;

import dev.newswire.platform.streams.StreamsRunner.Place;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;

/**
 * Where keys stand, remembered for a moment: to find out costs more than to read. What has moved meanwhile is not found
 * where it was, and whoever asks turns to the next that may have it.
 */
final class KnownPlaces {
    private static final long FRESH_NANOS = Duration.ofMillis(500).toNanos();
    private static final int MOST = 10_000;

    private final Map<Key, Known> known = new ConcurrentHashMap<>();
    private final BiFunction<String, String, Place> find;
    private final LongSupplier nanoTime;

    /** @param find finds where a key of a store stands, given store and key */
    KnownPlaces(BiFunction<String, String, Place> find, LongSupplier nanoTime) {
        this.find = find;
        this.nanoTime = nanoTime;
    }

    private record Key(String store, String key) {}

    private record Known(Place place, long since) {}

    /** Where a key of a store stands. */
    Place of(String store, String key) {
        Key asked = new Key(store, key);
        long now = nanoTime.getAsLong();
        Known place = known.get(asked);
        if (place != null && now - place.since() < FRESH_NANOS) {
            return place.place();
        }
        Place found = find.apply(store, key);
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(asked, new Known(found, now));
        return found;
    }

    /** Forgets everything, since parts of stores have moved. */
    void forget() {
        known.clear();
    }
}
