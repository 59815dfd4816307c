package dev.newswire.publish;

import dev.newswire.platform.serde.TopicSerdes;
import dev.newswire.platform.streams.TopicFollower;
import dev.newswire.platform.streams.TopicFollower.Held;
import dev.newswire.platform.topic.Topics;
import dev.newswire.publish.feed.definition.Defined;
import dev.newswire.publish.feed.definition.DefinedFeeds;
import dev.newswire.publish.feed.definition.DefinitionRules;
import dev.newswire.schema.FeedDefinition;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The definitions of feeds as this instance knows them, in step with their topic. */
final class FeedDefinitionStore implements Supplier<DefinedFeeds>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FeedDefinitionStore.class);

    private final TopicFollower<FeedDefinition> follower;
    private volatile DefinedFeeds current = DefinedFeeds.NONE;

    private FeedDefinitionStore(Map<String, Object> kafka, TopicSerdes serdes, int most) {
        this.follower = TopicFollower.open(
                kafka,
                "news-publish-definitions",
                new TopicFollower.Source<>(
                        Topics.FEED_DEFINITION,
                        serdes.of(Topics.FEED_DEFINITION).deserializer(),
                        (feedId, definition) ->
                                DefinitionRules.mistake(feedId, definition).isEmpty(),
                        most),
                this::take);
    }

    /**
     * Begins to read in the background.
     *
     * @param kafka client properties
     * @param most definitions that count
     */
    static FeedDefinitionStore open(Map<String, Object> kafka, TopicSerdes serdes, int most) {
        return new FeedDefinitionStore(kafka, serdes, most);
    }

    /** The definitions that hold now. */
    @Override
    public DefinedFeeds get() {
        return current;
    }

    /** Waits until what the topic held when reading began is known. */
    void awaitLoaded() {
        follower.awaitLoaded();
    }

    @Override
    public void close() {
        follower.close();
    }

    private void take(NavigableMap<String, Held<FeedDefinition>> values) {
        current = DefinedFeeds.of(values.values().stream()
                .map(held -> new Defined(held.value(), held.offset()))
                .toList());
        LOG.info("Definitions of feeds: {}", values.size());
    }
}
