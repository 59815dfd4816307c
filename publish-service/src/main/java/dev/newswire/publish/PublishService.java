package dev.newswire.publish;

import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.peers.InstanceAddress;
import dev.newswire.platform.peers.PeerHandler;
import dev.newswire.platform.peers.Peers;
import dev.newswire.platform.peers.Routing;
import dev.newswire.platform.runtime.RunningService;
import dev.newswire.platform.serde.AvroTopicSerdes;
import dev.newswire.platform.streams.StreamsProperties;
import dev.newswire.platform.streams.StreamsRunner;
import dev.newswire.platform.streams.StreamsService;
import dev.newswire.platform.streams.TopicTail;
import dev.newswire.platform.topic.Topics;
import dev.newswire.publish.events.EventHandler;
import dev.newswire.publish.events.EventSettings;
import dev.newswire.publish.events.EventStreams;
import dev.newswire.publish.events.HubNotifier;
import dev.newswire.publish.events.HubSettings;
import dev.newswire.publish.events.ReaderMeters;
import dev.newswire.publish.http.FeedSettings;
import dev.newswire.publish.http.OperatorHandler;
import dev.newswire.publish.http.SiteHandler;
import dev.newswire.publish.read.RoutedReading;
import dev.newswire.publish.read.RoutedReading.Named;
import dev.newswire.publish.render.EventText;
import dev.newswire.publish.render.Links;
import dev.newswire.schema.FeedEntry;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;

/** The publish service: builds feeds from enriched articles and serves them. */
public final class PublishService {
    private static final int PORT = 8080;
    /** Offsets of each partition of the entry topic that are read at the start, so that streams can be taken up again. */
    private static final int BACKLOG = 2_000;

    private static final long CACHE_BYTES = 32L << 20;
    /** Far below what readers notice, and long enough for many of them to share one reading. */
    private static final Duration FRESH = Duration.ofMillis(10);

    private PublishService() {}

    /**
     * Starts the service; it is ready once its feeds are restored.
     *
     * @throws SettingException if a setting must be mended, such as a port that is taken
     */
    public static RunningService start(Settings settings) {
        PublishSettings publish = PublishSettings.of(settings);
        EventSettings eventSettings = EventSettings.of(settings);
        HubSettings hubs = HubSettings.of(settings);
        Duration patience = settings.duration("NEWSWIRE_INSTANCE_TIMEOUT", Duration.ofSeconds(1));
        Optional<URI> publicUrl = publicUrl(settings);
        PeerHandler peers = new PeerHandler();
        EventHandler events = new EventHandler(eventSettings);
        SiteHandler site = new SiteHandler(Clock.systemUTC());
        OperatorSettings operator = OperatorSettings.of(settings, PORT);
        OperatorHandler operations = new OperatorHandler(operator.access(), Clock.systemUTC());
        FeedDefinitionsService definitions = FeedDefinitionsService.open(settings, PORT, publish.definitions());
        StreamsService service;
        try {
            service = StreamsService.start(
                    settings,
                    "publish",
                    PORT,
                    List.of(peers, events, operations, definitions.handler(), site),
                    (metrics, uri) -> startStreams(settings, publish, definitions, metrics, uri));
        } catch (RuntimeException e) {
            definitions.close();
            throw e;
        }
        Links links = new Links(publicUrl.orElse(service.uri()));
        StreamsRunner topology = service.streams();
        Routing routing =
                new Routing(InstanceAddress.of(settings, service.uri()), topology::placement, topology::instances);
        RoutedReading reading = RoutedReading.of(stores(topology), routing, new Peers(patience));
        EventText text = new EventText(links);
        EventStreams streams = new EventStreams(text, PublishTopology::partitionOf, eventSettings.backlogBytes());
        streams.observe(new ReaderMeters(service.metrics(), Clock.systemUTC()));
        HubNotifier notifier = new HubNotifier(
                hubs, links, feedId -> routing.isInCharge(PublishTopology.FEEDS, feedId), service.metrics());
        streams.observe(notifier);
        peers.open(reading.answerers());
        events.open(reading.reader(), streams, text, service.metrics());
        Views views = Views.start(settings, operator);
        operations.open(views::status, views.fates(), links);
        FeedSettings feeds = new FeedSettings(CACHE_BYTES, hubs.hubs(), FRESH);
        site.open(reading.reader(), views.finder(Clock.systemUTC()), links, feeds);
        TopicTail<FeedEntry> tail = TopicTail.start(
                Topics.FEED_ENTRY,
                settings.kafka(),
                AvroTopicSerdes.from(settings.kafka()).of(Topics.FEED_ENTRY),
                BACKLOG,
                streams);
        return service.butFirst(events::close).andThen(() -> {
            tail.close();
            notifier.close();
            views.close();
            definitions.close();
        });
    }

    private static StreamsRunner startStreams(
            Settings settings,
            PublishSettings publish,
            FeedDefinitionsService definitions,
            MeterRegistry metrics,
            URI uri) {
        Properties properties = StreamsProperties.of(
                settings, PublishTopology.APPLICATION_ID, Topics.PUBLISH_DLQ, List.of(Topics.ENRICHED));
        properties.put(StreamsConfig.APPLICATION_SERVER_CONFIG, InstanceAddress.of(settings, uri));
        AvroTopicSerdes serdes = AvroTopicSerdes.from(settings.kafka());
        PublishTopology topology =
                new PublishTopology(properties, serdes, publish, definitions.loaded(), new PublishMeters(metrics));
        return StreamsRunner.start(topology.get(), properties, metrics);
    }

    private static RoutedReading.Stores stores(StreamsRunner streams) {
        return new RoutedReading.Stores(
                named(streams, PublishTopology.ARTICLES),
                named(streams, PublishTopology.HISTORIES),
                named(streams, PublishTopology.FEEDS),
                named(streams, PublishTopology.DEPARTURES),
                named(streams, PublishTopology.ENTRIES));
    }

    private static <V> Named<V> named(StreamsRunner streams, String store) {
        return new Named<>(store, streams.store(store));
    }

    /** Where readers find the site, if that is not where it listens, as behind a proxy. */
    private static Optional<URI> publicUrl(Settings settings) {
        String text = settings.text("NEWSWIRE_PUBLIC_URL", "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (Links.external(text) == null) {
            throw new SettingException(
                    "NEWSWIRE_PUBLIC_URL is \"" + text + "\" but takes a URL such as https://news.example.org.");
        }
        return Optional.of(URI.create(text));
    }
}
