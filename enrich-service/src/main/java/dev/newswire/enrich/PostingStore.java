package dev.newswire.enrich;

import dev.newswire.enrich.related.Candidate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The newest postings of each key: one entry {@code key NUL articleId} each, so that a posting costs a write of its own
 * size however many stand under its key. The rings used last are kept at hand as they are compared, since reading them
 * costs more than comparing.
 */
final class PostingStore {
    private static final char SEPARATOR = '\0';
    private static final StringSerializer KEYS = new StringSerializer();
    /** Some 20 ms of work: it must not hold up the records. */
    private static final int MOST_IN_A_SWEEP = 20_000;
    /** A ring takes room even where it is empty. */
    private static final int WEIGHT_OF_A_RING = 1;

    private final KeyValueStore<String, EncodedPosting> store;
    private final int most;
    private final int room;
    private final Map<String, Ring> atHand = new LinkedHashMap<>(1024, 0.75f, true);
    private int weight;
    private @Nullable String sweptUpTo;

    /**
     * @param most postings that stand under one key
     * @param room postings that are kept at hand, those of the largest ring besides
     */
    PostingStore(KeyValueStore<String, EncodedPosting> store, int most, int room) {
        this.store = store;
        this.most = most;
        this.room = room;
    }

    /**
     * What stands under the key, the oldest first; the article's own former posting may be among it.
     *
     * @param horizon epoch milliseconds: what came before is left out
     */
    List<Candidate> ring(String key, long horizon) {
        return current(key, horizon).candidates();
    }

    /** Puts the posting in the place of the article's former one, or only takes that away; the oldest make room. */
    void put(String key, EncodedPosting posting, Candidate candidate, long horizon) {
        Ring ring = current(key, horizon);
        int before = ring.size();
        if (candidate.signature() == null || candidate.at() < horizon) {
            ring.remove(candidate.articleId());
            store.delete(entry(key, candidate.articleId()));
        } else {
            ring.put(candidate);
            store.put(entry(key, candidate.articleId()), posting);
            ring.shrink(most).forEach(old -> store.delete(entry(key, old.articleId())));
        }
        weight += ring.size() - before;
        makeRoom();
    }

    /**
     * Drops what expired among the next entries; goes on where the last sweep ended.
     *
     * @param share of all entries that are looked at, 0 to 1
     * @return the number dropped
     */
    int sweep(long horizon, double share) {
        long entriesToSee = Math.min(MOST_IN_A_SWEEP, 1 + (long) Math.ceil(share * store.approximateNumEntries()));
        List<String> expired = new ArrayList<>();
        String last = null;
        try (KeyValueIterator<String, EncodedPosting> entries = store.range(sweptUpTo, null)) {
            for (long i = 0; i < entriesToSee && entries.hasNext(); i++) {
                KeyValue<String, EncodedPosting> entry = entries.next();
                last = entry.key;
                if (entry.value.at() < horizon) {
                    expired.add(entry.key);
                }
            }
            sweptUpTo = entries.hasNext() ? last : null;
        }
        expired.forEach(store::delete);
        return expired.size();
    }

    private Ring current(String key, long horizon) {
        Ring ring = atHand.get(key);
        if (ring == null) {
            ring = read(key);
            atHand.put(key, ring);
            weight += ring.size() + WEIGHT_OF_A_RING;
        }
        int before = ring.size();
        ring.dropBefore(horizon);
        weight += ring.size() - before;
        return ring;
    }

    private Ring read(String key) {
        List<Candidate> candidates = new ArrayList<>();
        try (KeyValueIterator<String, EncodedPosting> entries = store.prefixScan(key + SEPARATOR, KEYS)) {
            entries.forEachRemaining(entry -> candidates.add(Candidate.from(entry.value.decode())));
        }
        return new Ring(candidates);
    }

    private void makeRoom() {
        Iterator<Ring> leastUsedFirst = atHand.values().iterator();
        while (weight > room && atHand.size() > 1 && leastUsedFirst.hasNext()) {
            weight -= leastUsedFirst.next().size() + WEIGHT_OF_A_RING;
            leastUsedFirst.remove();
        }
    }

    private static String entry(String key, String articleId) {
        return key + SEPARATOR + articleId;
    }
}
