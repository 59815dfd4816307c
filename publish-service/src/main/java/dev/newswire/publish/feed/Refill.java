package dev.newswire.publish.feed;

import dev.newswire.publish.feed.definition.Defined;
import dev.newswire.publish.feed.definition.DefinedFeeds;
import dev.newswire.schema.FeedOrder;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Feeds that are filled from articles that are there. No more than a feed holds is sent to it: of articles in no
 * particular order those that are, so far, among its newest. Of n articles about {@code limit * ln(n / limit)} are.
 */
public final class Refill {
    /** No feed is filled. */
    static final Refill NONE = new Refill(DefinedFeeds.NONE, Set.of(), Instant.EPOCH);

    private static final int ARTICLES_OF_GROUP = 4;

    private final Map<String, Room> rooms = new HashMap<>();
    private final Set<String> feeds;

    /**
     * @param definitions that hold now
     * @param feeds whose definitions are new, other than they were, or gone
     * @param now what ages count from
     */
    public Refill(DefinedFeeds definitions, Set<String> feeds, Instant now) {
        this.feeds = Set.copyOf(feeds);
        for (String feedId : feeds) {
            Defined defined = definitions.byId().get(feedId);
            if (defined != null) {
                Keeping keeping = Keeping.of(defined.settings());
                rooms.put(feedId, new Room(keeping, keeping.oldest(now)));
            }
        }
    }

    /** The feeds that it is about. */
    public Set<String> feeds() {
        return feeds;
    }

    boolean isFilling(String feedId) {
        return rooms.containsKey(feedId);
    }

    boolean takes(String feedId, EntryWriter article) {
        Room room = rooms.get(feedId);
        return room != null && room.takes(article);
    }

    /** The newest places of a feed that have been given away. */
    private static final class Room {
        private final Keeping keeping;
        private final Instant tooOld;
        private final int places;
        private final PriorityQueue<Instant> oldestFirst = new PriorityQueue<>();

        Room(Keeping keeping, Instant tooOld) {
            this.keeping = keeping;
            this.tooOld = tooOld;
            // Copies take no room of their own and leave it to older articles.
            this.places = keeping.groups() ? keeping.limit() * ARTICLES_OF_GROUP : keeping.limit();
        }

        boolean takes(EntryWriter article) {
            Instant at = keeping.order() == FeedOrder.RECEIVED ? article.firstReceivedAt() : article.sortAt();
            if (at.isBefore(tooOld)) {
                return false;
            }
            if (oldestFirst.size() >= places) {
                if (at.isBefore(oldestFirst.element())) {
                    return false;
                }
                oldestFirst.remove();
            }
            oldestFirst.add(at);
            return true;
        }
    }
}
