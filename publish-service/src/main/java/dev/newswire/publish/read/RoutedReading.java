package dev.newswire.publish.read;

import dev.newswire.platform.peers.PeerHandler.Answerer;
import dev.newswire.platform.peers.Peers;
import dev.newswire.platform.peers.RoutedStore;
import dev.newswire.platform.peers.Routing;
import dev.newswire.platform.serde.StateCodec;
import dev.newswire.platform.streams.KeyedStore;
import dev.newswire.schema.FeedEntry;
import dev.newswire.schema.internal.ArticleHistory;
import dev.newswire.schema.internal.FeedDepartures;
import dev.newswire.schema.internal.FeedState;
import dev.newswire.schema.internal.PublishedArticle;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reading that any instance can do for any feed or article.
 *
 * @param reader reads wherever the state is
 * @param answerers what this instance answers to others
 */
public record RoutedReading(NewsReader reader, Map<String, Answerer> answerers) {
    /**
     * The stores of the topology by their names.
     *
     * @param articles by articleId
     * @param histories by articleId
     * @param feeds by feedId
     * @param departures by feedId
     * @param entries by feed and place
     */
    public record Stores(
            Named<PublishedArticle> articles,
            Named<ArticleHistory> histories,
            Named<FeedState> feeds,
            Named<FeedDepartures> departures,
            Named<FeedEntry> entries) {}

    /** A store of this instance. */
    public record Named<V>(String name, KeyedStore<V> local) {}

    /** Reads the stores of all instances. */
    public static RoutedReading of(Stores stores, Routing routing, Peers peers) {
        Router router = new Router(routing, peers, new HashMap<>());
        Named<FeedState> feeds = stores.feeds();
        RoutedFeedLister lists =
                new RoutedFeedLister(feeds.name(), feeds.local(), StateCodec.of(FeedState.class), routing, peers);
        router.answerers().putAll(lists.answerers());
        Named<PublishedArticle> articles = stores.articles();
        NewsReader reader = new StoreReader(
                router.route(
                        new Named<>(articles.name(), articles.local().seenThrough(StoreReader::visible)),
                        PublishedArticle.class),
                router.route(feeds, FeedState.class),
                router.route(stores.entries(), FeedEntry.class),
                router.route(stores.departures(), FeedDepartures.class),
                router.route(stores.histories(), ArticleHistory.class),
                lists);
        return new RoutedReading(reader, router.answerers());
    }

    private record Router(Routing routing, Peers peers, Map<String, Answerer> answerers) {
        <V extends SpecificRecord> KeyedStore<V> route(Named<V> store, Class<V> type) {
            RoutedStore<V> routed = new RoutedStore<>(store.name(), store.local(), StateCodec.of(type), routing, peers);
            answerers.putAll(routed.answerers());
            return routed;
        }
    }
}
