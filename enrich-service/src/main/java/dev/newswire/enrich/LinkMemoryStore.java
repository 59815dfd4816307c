package dev.newswire.enrich;

import dev.newswire.schema.internal.LinkMemory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of the links of a task's articles. Those used last are kept at hand, since an article hears of its
 * links one by one within moments and each time its memory would have to be read and decoded.
 */
final class LinkMemoryStore {
    private final KeyValueStore<String, LinkMemory> store;
    private final Map<String, LinkMemory> atHand;

    private LinkMemoryStore(KeyValueStore<String, LinkMemory> store, Map<String, LinkMemory> atHand) {
        this.store = store;
        this.atHand = atHand;
    }

    @Nullable
    LinkMemory get(String articleId) {
        LinkMemory known = atHand.get(articleId);
        if (known != null) {
            return known;
        }
        LinkMemory stored = store.get(articleId);
        if (stored != null) {
            atHand.put(articleId, stored);
        }
        return stored;
    }

    /** Nobody may change the memory from now on. */
    void put(String articleId, LinkMemory memory) {
        store.put(articleId, memory);
        atHand.put(articleId, memory);
    }

    /** What the processors of one task keep at hand together: each must see what another has written. */
    static final class Shared {
        private final Map<TaskId, Map<String, LinkMemory>> byTask = new ConcurrentHashMap<>();
        private final int most;

        /** @param most memories that one task keeps at hand */
        Shared(int most) {
            this.most = most;
        }

        LinkMemoryStore open(ProcessingContext context) {
            return new LinkMemoryStore(
                    context.getStateStore(EnrichTopology.RELATED),
                    byTask.computeIfAbsent(context.taskId(), task -> new Recent<>(most)));
        }

        /** Whoever has the task next, here or elsewhere, may write what was kept here. */
        void close(ProcessingContext context) {
            byTask.remove(context.taskId());
        }
    }

    private static final class Recent<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;
        private final int most;

        Recent(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
        }
    }
}
