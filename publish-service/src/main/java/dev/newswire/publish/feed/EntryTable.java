package dev.newswire.publish.feed;

import dev.newswire.schema.FeedEntry;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Entries in the order of their {@link EntryKey}. */
public interface EntryTable {
    /** The entry at a key; null where there is none. */
    @Nullable
    FeedEntry get(String key);

    /** Puts an entry at a key. */
    void put(String key, FeedEntry entry);

    /** Takes the entry at a key away. */
    void delete(String key);

    /**
     * The key of a feed's oldest entry; null where the feed has none.
     *
     * @param behind a key that all entries of the feed stand before: what was deleted behind it is not looked at
     */
    @Nullable
    String oldest(String feedId, String behind);

    /** Hands over a feed's entries, newest first, until one is refused. */
    void newestFirst(String feedId, Predicate<FeedEntry> next);
}
