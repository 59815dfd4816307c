package dev.newswire.publish.feed;

import dev.newswire.schema.FeedEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Entries in a sorted map, and from where the oldest was looked for. */
final class EntriesInMemory implements EntryTable {
    private final TreeMap<String, FeedEntry> entries = new TreeMap<>();
    private final List<String> searches = new ArrayList<>();

    /** The keys from which the oldest entry was looked for, the last search last. */
    List<String> searches() {
        return searches;
    }

    @Override
    public @Nullable FeedEntry get(String key) {
        return entries.get(key);
    }

    @Override
    public void put(String key, FeedEntry entry) {
        entries.put(key, entry);
    }

    @Override
    public void delete(String key) {
        entries.remove(key);
    }

    @Override
    public @Nullable String oldest(String feedId, String behind) {
        searches.add(behind);
        Map.Entry<String, FeedEntry> last = entries.floorEntry(behind);
        return last == null || !last.getKey().startsWith(EntryKey.prefix(feedId)) ? null : last.getKey();
    }

    @Override
    public void newestFirst(String feedId, Predicate<FeedEntry> next) {
        for (Map.Entry<String, FeedEntry> entry :
                entries.tailMap(EntryKey.prefix(feedId)).entrySet()) {
            if (!entry.getKey().startsWith(EntryKey.prefix(feedId)) || !next.test(entry.getValue())) {
                return;
            }
        }
    }
}
