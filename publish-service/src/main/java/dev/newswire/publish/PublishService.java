package dev.newswire.publish;

import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.runtime.RunningService;
import dev.newswire.platform.serde.AvroTopicSerdes;
import dev.newswire.platform.streams.StreamsProperties;
import dev.newswire.platform.streams.StreamsRunner;
import dev.newswire.platform.streams.StreamsService;
import dev.newswire.platform.topic.Topics;
import dev.newswire.publish.http.SiteHandler;
import dev.newswire.publish.read.NewsReader;
import dev.newswire.publish.read.StoreReader;
import dev.newswire.publish.render.Links;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** The publish service: builds feeds from enriched articles and serves them. */
public final class PublishService {
    private static final int PORT = 8080;

    private PublishService() {}

    /**
     * Starts the service; it is ready once its feeds are restored.
     *
     * @throws SettingException if a setting must be mended, such as a port that is taken
     */
    public static RunningService start(Settings settings) {
        PublishSettings publish = PublishSettings.of(settings);
        Optional<URI> publicUrl = publicUrl(settings);
        SiteHandler site = new SiteHandler(Clock.systemUTC());
        StreamsService service = StreamsService.start(
                settings, "publish", PORT, List.of(site), metrics -> startStreams(settings, publish, metrics));
        site.open(reader(service.streams()), new Links(publicUrl.orElse(service.uri())));
        return service;
    }

    private static StreamsRunner startStreams(Settings settings, PublishSettings publish, MeterRegistry metrics) {
        Properties properties = StreamsProperties.of(
                settings, PublishTopology.APPLICATION_ID, Topics.PUBLISH_DLQ, List.of(Topics.ENRICHED));
        AvroTopicSerdes serdes = AvroTopicSerdes.from(settings.kafka());
        PublishTopology topology = new PublishTopology(properties, serdes, publish, new PublishMeters(metrics));
        return StreamsRunner.start(topology.get(), properties, metrics);
    }

    private static NewsReader reader(StreamsRunner streams) {
        return new StoreReader(
                streams.store(PublishTopology.ARTICLES),
                streams.store(PublishTopology.FEEDS),
                streams.store(PublishTopology.ENTRIES));
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
