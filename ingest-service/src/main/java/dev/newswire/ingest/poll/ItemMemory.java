package dev.newswire.ingest.poll;

import dev.newswire.ingest.identity.Digest;
import dev.newswire.schema.SeenItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was handed on, in hashes; of the many that come to be, those met last. An item that is forgotten and met again is
 * handed on again, which changes nothing downstream.
 */
final class ItemMemory {

    private final int limit;
    private final Map<Long, Long> seen = new LinkedHashMap<>(16, 0.75f, true);

    /** @param limit items remembered */
    ItemMemory(List<SeenItem> seen, int limit) {
        this.limit = limit;
        seen.forEach(item -> this.seen.put(item.getItem(), item.getContent()));
    }

    /** Whether this is what the item said when it was met before; it counts as met now. */
    boolean isKnown(String item, String content) {
        Long before = seen.get(hash(item));
        return before != null && before == hash(content);
    }

    void remember(String item, String content) {
        seen.put(hash(item), hash(content));
        while (seen.size() > limit) {
            seen.remove(seen.keySet().iterator().next());
        }
    }

    List<SeenItem> items() {
        return seen.entrySet().stream()
                .map(entry -> new SeenItem(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static long hash(String text) {
        return Long.parseUnsignedLong(Digest.of(text).hex(8), 16);
    }
}
