package dev.newswire.publish.read;

import dev.newswire.platform.peers.PeerAwayException;
import dev.newswire.platform.peers.PeerHandler.Answerer;
import dev.newswire.platform.peers.Peers;
import dev.newswire.platform.peers.Routing;
import dev.newswire.platform.serde.StateCodec;
import dev.newswire.platform.streams.KeyedStore;
import dev.newswire.schema.internal.FeedState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Lists feeds: each instance its own, the largest of all together. */
record RoutedFeedLister(
        String store, KeyedStore<FeedState> local, StateCodec<FeedState> codec, Routing routing, Peers peers)
        implements FeedLister {
    private static final String LIST = "feeds/list";

    @Override
    public List<FeedInfo> feeds(FeedFilter filter) {
        return routing
                .readAll(store, () -> here(filter), peer -> decode(peers.ask(peer, LIST, parameters(filter))))
                .stream()
                .flatMap(List::stream)
                .map(Found::info)
                .sorted(FeedInfo.LARGEST_FIRST)
                .limit(filter.limit())
                .toList();
    }

    /** What this instance answers to others. */
    Map<String, Answerer> answerers() {
        return Map.of(LIST, parameters -> encode(here(filter(parameters))));
    }

    private List<Found> here(FeedFilter filter) {
        PriorityQueue<Found> smallestFirst =
                new PriorityQueue<>((one, other) -> FeedInfo.LARGEST_FIRST.compare(other.info(), one.info()));
        local.forEach((feedId, state) -> {
            FeedInfo feed = FeedInfo.of(feedId, state);
            if (FeedInfo.exists(state) && filter.accepts(feed)) {
                smallestFirst.add(new Found(feed, state));
            }
            if (smallestFirst.size() > filter.limit()) {
                smallestFirst.remove();
            }
        });
        return List.copyOf(smallestFirst);
    }

    private static Map<String, String> parameters(FeedFilter filter) {
        return Map.of("words", filter.words(), "family", filter.family(), "limit", Integer.toString(filter.limit()));
    }

    private static FeedFilter filter(Map<String, String> parameters) {
        return new FeedFilter(
                parameters.getOrDefault("words", ""),
                parameters.getOrDefault("family", ""),
                Integer.parseInt(parameters.getOrDefault("limit", "0")));
    }

    private List<byte[]> encode(List<Found> feeds) {
        List<byte[]> parts = new ArrayList<>();
        try {
            for (Found feed : feeds) {
                parts.add(feed.info().feedId().getBytes(StandardCharsets.UTF_8));
                parts.add(codec.encode(feed.state()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail to be written.", e);
        }
        return parts;
    }

    private List<Found> decode(List<byte[]> parts) {
        List<Found> feeds = new ArrayList<>();
        try {
            for (int i = 0; i + 1 < parts.size(); i += 2) {
                FeedState state = codec.decode(parts.get(i + 1));
                feeds.add(new Found(FeedInfo.of(new String(parts.get(i), StandardCharsets.UTF_8), state), state));
            }
        } catch (IOException e) {
            throw new PeerAwayException("a list of feeds cannot be read", e);
        }
        return feeds;
    }

    /** A feed, and how it is sent. */
    private record Found(FeedInfo info, FeedState state) {}
}
