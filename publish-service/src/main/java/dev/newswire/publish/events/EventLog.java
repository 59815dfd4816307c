package dev.newswire.publish.events;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The newest events of one partition, within a number of bytes. Not safe for threads. */
final class EventLog {
    private final int partition;
    private final long mostBytes;
    private final NavigableMap<Long, FeedEvent> events = new TreeMap<>();
    private long bytes;
    private long from;
    private long end;

    /** @param from offset from which on every event will be added */
    EventLog(int partition, long from, long mostBytes) {
        this.partition = partition;
        this.from = from;
        this.end = from;
        this.mostBytes = mostBytes;
    }

    /** The offset behind the newest event. */
    long end() {
        return end;
    }

    /** The id behind which nothing has happened yet. */
    EventId last() {
        return new EventId(partition, Math.max(0, end - 1));
    }

    void add(FeedEvent event) {
        long offset = event.id().offset();
        events.put(offset, event);
        end = offset + 1;
        bytes += event.weight();
        while (bytes > mostBytes && events.size() > 1) {
            FeedEvent oldest = events.pollFirstEntry().getValue();
            bytes -= oldest.weight();
            from = oldest.id().offset() + 1;
        }
    }

    /** The events of a feed behind an id; empty where some of them are no longer, or not at all, known here. */
    Optional<List<FeedEvent>> after(EventId id, String feedId) {
        boolean known = id.partition() == partition && id.offset() + 1 >= from && id.offset() < Math.max(1, end);
        if (!known) {
            return Optional.empty();
        }
        List<FeedEvent> later = new ArrayList<>();
        for (FeedEvent event : events.tailMap(id.offset(), false).values()) {
            if (event.feedId().equals(feedId)) {
                later.add(event);
            }
        }
        return Optional.of(later);
    }
}
