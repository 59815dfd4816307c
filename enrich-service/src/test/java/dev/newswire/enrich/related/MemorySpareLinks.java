package dev.newswire.enrich.related;

import dev.newswire.schema.internal.KeptLink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Spare links in a map. */
final class MemorySpareLinks implements SpareLinks {
    private final Map<String, KeptLink> links = new HashMap<>();

    @Override
    public void put(KeptLink link) {
        links.put(LinkBook.otherId(link), link);
    }

    @Override
    public @Nullable KeptLink get(String otherId) {
        return links.get(otherId);
    }

    @Override
    public void remove(String otherId) {
        links.remove(otherId);
    }

    @Override
    public List<KeptLink> all() {
        return new ArrayList<>(links.values());
    }
}
