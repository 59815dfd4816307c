package dev.newswire.enrich;

import dev.newswire.enrich.related.Analyser;
import dev.newswire.enrich.related.DocumentFrequencies;
import dev.newswire.enrich.related.PairScorer;
import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.runtime.Health;
import dev.newswire.platform.runtime.RunningService;
import dev.newswire.platform.runtime.ServiceHttp;
import dev.newswire.platform.runtime.ServiceMetrics;
import dev.newswire.platform.serde.AvroTopicSerdes;
import dev.newswire.platform.streams.StreamsProperties;
import dev.newswire.platform.streams.StreamsRunner;
import dev.newswire.platform.topic.Topic;
import dev.newswire.platform.topic.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The enrich service: finds entities and links in clean articles. */
public final class EnrichService implements RunningService {
    /** What it reads: every record of these must end in a fate. */
    static final List<Topic<?>> EVENT_TOPICS = List.of(Topics.RAW, Topics.BACKFILL);

    private static final int PORT = 8083;

    private final ServiceHttp http;
    private final StreamsRunner streams;

    private EnrichService(ServiceHttp http, StreamsRunner streams) {
        this.http = http;
        this.streams = streams;
    }

    /**
     * Starts the service; it is ready once its state is restored.
     *
     * @throws SettingException if a setting must be mended, such as a port that is taken
     */
    public static EnrichService start(Settings settings) {
        EnrichSettings enrich = EnrichSettings.of(settings);
        PrometheusMeterRegistry metrics = ServiceMetrics.create("enrich");
        CompletableFuture<StreamsRunner> started = new CompletableFuture<>();
        Supplier<Health> health = () -> started.thenApply(StreamsRunner::health).getNow(Health.starting("STARTING"));
        // The port comes first: whoever finds it taken should not have joined the group.
        ServiceHttp http = ServiceHttp.start(settings, PORT, health, metrics, List.of());
        try {
            StreamsRunner streams = startStreams(settings, enrich, metrics);
            started.complete(streams);
            return new EnrichService(http, streams);
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

    private static StreamsRunner startStreams(Settings settings, EnrichSettings enrich, MeterRegistry metrics) {
        Properties properties =
                StreamsProperties.of(settings, EnrichTopology.APPLICATION_ID, Topics.ENRICH_DLQ, EVENT_TOPICS);
        EnrichTopology topology = new EnrichTopology(
                properties,
                AvroTopicSerdes.from(settings.kafka()),
                enrich,
                new TableRecogniser(),
                new Analyser(DocumentFrequencies.shipped()),
                PairScorer.shipped(),
                new EnrichMeters(metrics));
        return StreamsRunner.start(topology.get(), properties, metrics);
    }
}
