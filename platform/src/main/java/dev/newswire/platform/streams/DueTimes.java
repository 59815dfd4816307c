package dev.newswire.platform.streams;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Times at which an article is due, in a store of a topology, so that they outlive it. Keys are the time in epoch
 * milliseconds as 16 hexadecimal digits, NUL, articleId; values are empty.
 */
public final class DueTimes {
    private static final byte[] NO_VALUE = {};
    private static final char SEPARATOR = '\0';
    private static final int TIME_DIGITS = 16;

    private final KeyValueStore<String, byte[]> store;
    /** Before this key stands nothing: a store keeps its graves for a while, and the search goes around them. */
    private String earliest = "";

    /** @param store as its task opened it */
    public DueTimes(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /** Notes a time; one before 1970 counts as 1970. */
    public void add(Instant at, String articleId) {
        String key = key(at, articleId);
        store.put(key, NO_VALUE);
        earliest = key.compareTo(earliest) < 0 ? key : earliest;
    }

    /** Forgets a time that was noted, if it is not past already. */
    public void remove(Instant at, String articleId) {
        store.delete(key(at, articleId));
    }

    /**
     * Takes out what is due, the earliest first, and hands each over by its articleId.
     *
     * @param most articles taken at a time
     */
    public void take(Instant now, int most, Consumer<String> receiver) {
        for (String key : due(now, most)) {
            store.delete(key);
            receiver.accept(key.substring(TIME_DIGITS + 1));
        }
    }

    private List<String> due(Instant now, int most) {
        List<String> keys = new ArrayList<>();
        String end = time(now) + (char) (SEPARATOR + 1);
        try (KeyValueIterator<String, byte[]> noted = store.range(earliest, end)) {
            while (noted.hasNext() && keys.size() < most) {
                keys.add(noted.next().key);
            }
        }
        earliest = keys.isEmpty() ? end : keys.get(keys.size() - 1);
        return keys;
    }

    private static String key(Instant at, String articleId) {
        return time(at) + SEPARATOR + articleId;
    }

    private static String time(Instant at) {
        return HexFormat.of().toHexDigits(Math.max(0, at.toEpochMilli()));
    }
}
