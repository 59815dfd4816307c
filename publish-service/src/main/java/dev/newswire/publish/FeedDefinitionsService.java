package dev.newswire.publish;

import dev.newswire.platform.config.Settings;
import dev.newswire.platform.runtime.HttpSettings;
import dev.newswire.platform.serde.AvroTopicSerdes;
import dev.newswire.platform.serde.TopicSerdes;
import dev.newswire.publish.definitions.DefinitionToken;
import dev.newswire.publish.definitions.DefinitionsHandler;
import org.eclipse.jetty.server.Handler;

/** Definitions of feeds: read from their topic, and taken over HTTP to be written there. */
final class FeedDefinitionsService implements AutoCloseable {
    private final FeedDefinitionStore store;
    private final FeedDefinitionPublisher publisher;
    private final DefinitionsHandler handler;

    private FeedDefinitionsService(Settings settings, int defaultPort, int most) {
        DefinitionToken token = DefinitionToken.of(settings, HttpSettings.of(settings, defaultPort));
        TopicSerdes serdes = AvroTopicSerdes.from(settings.kafka());
        this.store = FeedDefinitionStore.open(settings.kafka(), serdes, most);
        this.publisher = new FeedDefinitionPublisher(settings.kafka(), serdes);
        this.handler = new DefinitionsHandler(store, publisher, token);
    }

    /**
     * Begins to read definitions in the background.
     *
     * @param defaultPort of the service
     * @param most definitions that count
     */
    static FeedDefinitionsService open(Settings settings, int defaultPort, int most) {
        return new FeedDefinitionsService(settings, defaultPort, most);
    }

    Handler handler() {
        return handler;
    }

    /** The definitions, once what the topic held is known: an article after a restart must not be planned without them. */
    FeedDefinitionStore loaded() {
        store.awaitLoaded();
        return store;
    }

    @Override
    public void close() {
        store.close();
        publisher.close();
    }
}
