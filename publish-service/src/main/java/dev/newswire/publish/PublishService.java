package dev.newswire.publish;

import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.runtime.Health;
import dev.newswire.platform.runtime.RunningService;
import dev.newswire.platform.runtime.ServiceHttp;
import dev.newswire.platform.runtime.ServiceMetrics;
import dev.newswire.platform.serde.AvroTopicSerdes;
import dev.newswire.platform.streams.StreamsProperties;
import dev.newswire.platform.streams.StreamsRunner;
import dev.newswire.platform.topic.Topics;
import dev.newswire.publish.http.SiteHandler;
import dev.newswire.publish.read.NewsReader;
import dev.newswire.publish.read.StoreReader;
import dev.newswire.publish.render.Links;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The publish service: builds feeds from enriched articles and serves them. */
public final class PublishService implements RunningService {
    private static final int PORT = 8080;

    private final ServiceHttp http;
    private final StreamsRunner streams;

    private PublishService(ServiceHttp http, StreamsRunner streams) {
        this.http = http;
        this.streams = streams;
    }

    /**
     * Starts the service; it is ready once its feeds are restored.
     *
     * @throws SettingException if a setting must be mended, such as a port that is taken
     */
    public static PublishService start(Settings settings) {
        PublishSettings publish = PublishSettings.of(settings);
        PrometheusMeterRegistry metrics = ServiceMetrics.create("publish");
        SiteHandler site = new SiteHandler(Clock.systemUTC());
        CompletableFuture<StreamsRunner> started = new CompletableFuture<>();
        Supplier<Health> health = () -> started.thenApply(StreamsRunner::health).getNow(Health.starting("STARTING"));
        // The port comes first: whoever finds it taken should not have joined the group.
        ServiceHttp http = ServiceHttp.start(settings, PORT, health, metrics, List.of(site));
        try {
            Links links = new Links(publicUrl(settings, http.uri()));
            StreamsRunner streams = startStreams(settings, publish, metrics);
            started.complete(streams);
            site.open(reader(streams), links);
            return new PublishService(http, streams);
        } catch (RuntimeException e) {
            http.close();
            throw e;
        }
    }

    @Override
    public URI uri() {
        return http.uri();
    }

    @Override
    public boolean ready() {
        return streams.health().ready();
    }

    @Override
    public CompletionStage<Void> failure() {
        return streams.failure();
    }

    @Override
    public void close() {
        http.close();
        streams.close();
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

    /** Where readers find the site: behind a proxy that is not where it listens. */
    private static URI publicUrl(Settings settings, URI listening) {
        String text = settings.text("NEWSWIRE_PUBLIC_URL", listening.toString());
        if (Links.external(text) == null) {
            throw new SettingException(
                    "NEWSWIRE_PUBLIC_URL is \"" + text + "\" but takes a URL such as https://news.example.org.");
        }
        return URI.create(text);
    }
}
