package dev.newswire.publish.events;

import dev.newswire.platform.streams.TailedRecord;
import dev.newswire.schema.FeedEntry;
import java.util.List;

/** Is told of every event of every feed, on the thread that reads them: it must not wait. */
public interface EventObserver {
    /** Events are read again; what stands before these offsets, by partition, happened earlier. */
    default void begins(List<Long> ends) {}

    /** Something happened in a feed. */
    void happened(String feedId, TailedRecord<FeedEntry> record);
}
