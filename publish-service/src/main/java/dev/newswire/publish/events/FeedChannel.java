package dev.newswire.publish.events;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events of one feed as its listeners go through them, each at a pace of its own: a chain to which the newest is
 * appended. Nobody holds what all have passed. Not safe for threads, but for the links of the chain.
 */
final class FeedChannel {
    private final List<Listener> listeners = new ArrayList<>();
    private Node newest = new Node(null);

    /** Wants to know when there is something new. */
    interface Listener {
        /** An event of so many bytes was appended. */
        void appended(long bytes);
    }

    /** A link of the chain. */
    static final class Node {
        private final @Nullable FeedEvent event;
        private volatile @Nullable Node next;

        Node(@Nullable FeedEvent event) {
            this.event = event;
        }

        /** What happened; null only at the start of a chain. */
        @Nullable
        FeedEvent event() {
            return event;
        }

        /** What came next; null where nothing did so far. */
        @Nullable
        Node next() {
            return next;
        }
    }

    /** The newest link. */
    Node newest() {
        return newest;
    }

    void add(Listener listener) {
        listeners.add(listener);
    }

    /** Whether nobody listens any more. */
    boolean remove(Listener listener) {
        listeners.remove(listener);
        return listeners.isEmpty();
    }

    /** Appends an event; whom to tell is returned, so that they are told outside of any lock. */
    List<Listener> append(FeedEvent event) {
        Node node = new Node(event);
        newest.next = node;
        newest = node;
        return List.copyOf(listeners);
    }
}
