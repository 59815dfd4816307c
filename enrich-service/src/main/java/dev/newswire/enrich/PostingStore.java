package dev.newswire.enrich;

import dev.newswire.schema.internal.Posting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The newest postings of each key: one entry {@code key NUL articleId} each, so that a posting costs a write of its own
 * size however many stand under its key.
 */
final class PostingStore {
    private static final char SEPARATOR = '\0';
    /** Entries that one sweep looks at: it must not hold up the records. */
    private static final int SWEEP_ENTRIES = 2_000;

    private static final Comparator<Posting> OLDEST_FIRST =
            Comparator.comparing(Posting::getAt).thenComparing(Posting::getArticleId);

    private final KeyValueStore<String, Posting> store;
    private final int most;
    private @Nullable String sweptUpTo;

    /** @param most postings that stand under one key */
    PostingStore(KeyValueStore<String, Posting> store, int most) {
        this.store = store;
        this.most = most;
    }

    /**
     * What stands under the key, but for one article.
     *
     * @param horizon epoch milliseconds: what came before is left out
     */
    List<Posting> others(String key, String articleId, long horizon) {
        List<Posting> postings = new ArrayList<>();
        try (KeyValueIterator<String, Posting> entries = store.prefixScan(key + SEPARATOR, new StringSerializer())) {
            while (entries.hasNext()) {
                Posting posting = entries.next().value;
                if (!posting.getArticleId().equals(articleId) && !isExpired(posting, horizon)) {
                    postings.add(posting);
                }
            }
        }
        return postings;
    }

    /** Puts the posting in the place of the article's former one, or only takes that away; the oldest make room. */
    void put(String key, Posting posting, List<Posting> others, long horizon) {
        if (posting.getSignature() == null || isExpired(posting, horizon)) {
            store.delete(entry(key, posting.getArticleId()));
            return;
        }
        store.put(entry(key, posting.getArticleId()), posting);
        if (others.size() >= most) {
            List<Posting> ring = new ArrayList<>(others);
            ring.add(posting);
            ring.stream()
                    .sorted(OLDEST_FIRST)
                    .limit(ring.size() - most)
                    .forEach(old -> store.delete(entry(key, old.getArticleId())));
        }
    }

    /** Drops what expired among the next entries; goes on where the last sweep ended. Gives the number dropped. */
    int sweep(long horizon) {
        List<String> expired = new ArrayList<>();
        String last = null;
        try (KeyValueIterator<String, Posting> entries = store.range(sweptUpTo, null)) {
            for (int i = 0; i < SWEEP_ENTRIES && entries.hasNext(); i++) {
                KeyValue<String, Posting> entry = entries.next();
                last = entry.key;
                if (isExpired(entry.value, horizon)) {
                    expired.add(entry.key);
                }
            }
            sweptUpTo = entries.hasNext() ? last : null;
        }
        expired.forEach(store::delete);
        return expired.size();
    }

    private static boolean isExpired(Posting posting, long horizon) {
        return posting.getAt().toEpochMilli() < horizon;
    }

    private static String entry(String key, String articleId) {
        return key + SEPARATOR + articleId;
    }
}
