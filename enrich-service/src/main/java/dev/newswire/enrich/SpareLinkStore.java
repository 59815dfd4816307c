package dev.newswire.enrich;

import dev.newswire.enrich.related.SpareLinks;
import dev.newswire.schema.internal.KeptLink;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Spare links of one article in a store that all share. */
final class SpareLinkStore implements SpareLinks {
    private final KeyValueStore<String, KeptLink> store;
    private final String prefix;

    SpareLinkStore(KeyValueStore<String, KeptLink> store, String articleId) {
        this.store = store;
        this.prefix = articleId + '\0';
    }

    @Override
    public void put(KeptLink link) {
        store.put(prefix + link.getLink().getArticleId(), link);
    }

    @Override
    public @Nullable KeptLink get(String otherId) {
        return store.get(prefix + otherId);
    }

    @Override
    public void remove(String otherId) {
        store.delete(prefix + otherId);
    }

    @Override
    public List<KeptLink> all() {
        List<KeptLink> links = new ArrayList<>();
        try (KeyValueIterator<String, KeptLink> entries = store.prefixScan(prefix, new StringSerializer())) {
            entries.forEachRemaining(entry -> links.add(entry.value));
        }
        return links;
    }
}
