package dev.newswire.publish.events;

import dev.newswire.platform.streams.TailedRecord;
import dev.newswire.platform.streams.TopicTail;
import dev.newswire.publish.render.EventText;
import dev.newswire.schema.FeedEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The newest events of all feeds, and who listens to them. Every instance hears every event from the topic of entries, so
 * each can serve any feed, and an id that one gave means the same to another.
 */
public final class EventStreams implements TopicTail.Listener<FeedEntry> {
    private final EventText text;
    private final ToIntBiFunction<String, Integer> partitioner;
    private final long backlogBytes;
    private final List<EventObserver> observers = new CopyOnWriteArrayList<>();
    private final Map<String, FeedChannel> channels = new HashMap<>();
    private List<EventLog> logs = List.of();

    /**
     * @param text writes events
     * @param partitioner the partition of a feed among so many
     * @param backlogBytes about how many bytes of memory the newest events may take
     */
    public EventStreams(EventText text, ToIntBiFunction<String, Integer> partitioner, long backlogBytes) {
        this.text = text;
        this.partitioner = partitioner;
        this.backlogBytes = backlogBytes;
    }

    /** Has somebody told of every event that happens from now on. */
    public void observe(EventObserver observer) {
        observers.add(observer);
    }

    /** Whether events are being read. */
    synchronized boolean ready() {
        return !logs.isEmpty();
    }

    @Override
    public synchronized void begins(List<Long> positions, List<Long> ends) {
        observers.forEach(observer -> observer.begins(ends));
        boolean goesOn = logs.size() == positions.size();
        List<EventLog> next = new ArrayList<>();
        for (int partition = 0; partition < positions.size(); partition++) {
            long position = positions.get(partition);
            boolean same = goesOn && logs.get(partition).end() <= position && position > 0;
            next.add(same ? logs.get(partition) : new EventLog(partition, position, backlogBytes / positions.size()));
        }
        logs = List.copyOf(next);
    }

    @Override
    public void takes(TailedRecord<FeedEntry> record) {
        FeedEvent event = new FeedEvent(record, text);
        List<FeedChannel.Listener> listeners = List.of();
        synchronized (this) {
            FeedChannel channel = channels.get(event.feedId());
            if (channel != null) {
                // What cannot be read now is not appended, and comes again.
                event.bytes();
                listeners = channel.append(event);
            }
            logs.get(record.partition()).add(event);
        }
        for (FeedChannel.Listener listener : listeners) {
            listener.appended(event.bytes().length);
        }
        observers.forEach(observer -> observer.happened(event.feedId(), record));
    }

    /**
     * Begins to listen to a feed.
     *
     * @param last the newest event that the listener knows; null for none
     * @throws IllegalStateException if nothing is being read yet
     */
    synchronized Subscription subscribe(String feedId, @Nullable EventId last, FeedChannel.Listener listener) {
        if (logs.isEmpty()) {
            throw new IllegalStateException("events are not read yet");
        }
        EventLog log = logs.get(partitioner.applyAsInt(feedId, logs.size()));
        Optional<List<FeedEvent>> missed = last == null ? Optional.of(List.of()) : log.after(last, feedId);
        FeedChannel channel = channels.computeIfAbsent(feedId, id -> new FeedChannel());
        channel.add(listener);
        return new Subscription(log.last(), missed, channel.newest());
    }

    /** Stops listening. */
    synchronized void unsubscribe(String feedId, FeedChannel.Listener listener) {
        FeedChannel channel = channels.get(feedId);
        if (channel != null && channel.remove(listener)) {
            channels.remove(feedId);
        }
    }

    /** The id up to which everything is known to whoever has passed a link; empty if the feed has a newer one. */
    synchronized Optional<EventId> passed(String feedId, FeedChannel.Node node) {
        return node.next() == null && !logs.isEmpty()
                ? Optional.of(
                        logs.get(partitioner.applyAsInt(feedId, logs.size())).last())
                : Optional.empty();
    }

    /**
     * Where a listener begins.
     *
     * @param at the id of this moment
     * @param missed events that it has missed; empty where they are no longer known
     * @param from link of the chain behind which the next event will stand
     */
    record Subscription(EventId at, Optional<List<FeedEvent>> missed, FeedChannel.Node from) {}
}
