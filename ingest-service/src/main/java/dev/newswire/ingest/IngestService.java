package dev.newswire.ingest;

import dev.newswire.ingest.http.ArticlesHandler;
import dev.newswire.ingest.intake.Intake;
import dev.newswire.ingest.intake.IntakeMetrics;
import dev.newswire.ingest.kafka.BrokerWatch;
import dev.newswire.ingest.kafka.KafkaQuarantine;
import dev.newswire.ingest.kafka.RawPublisher;
import dev.newswire.ingest.normalise.Languages;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.runtime.RunningService;
import dev.newswire.platform.runtime.ServiceHttp;
import dev.newswire.platform.runtime.ServiceMetrics;
import dev.newswire.platform.serde.AvroTopicSerdes;
import dev.newswire.platform.serde.TopicSerdes;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** The ingest service, running. */
public final class IngestService implements RunningService {

    private final ServiceHttp http;
    private final RawPublisher publisher;
    private final KafkaQuarantine quarantine;
    private final BrokerWatch watch;
    private final OtherWays ways;

    private IngestService(
            ServiceHttp http, RawPublisher publisher, KafkaQuarantine quarantine, BrokerWatch watch, OtherWays ways) {
        this.http = http;
        this.publisher = publisher;
        this.quarantine = quarantine;
        this.watch = watch;
        this.ways = ways;
    }

    /**
     * Starts listening; the broker is found in the background.
     *
     * @throws dev.newswire.platform.config.SettingException if a setting must be mended or the port is taken
     */
    public static IngestService start(Settings settings) {
        IngestSettings ingest = IngestSettings.of(settings);
        Map<String, Object> kafka = settings.kafka();
        TopicSerdes serdes = AvroTopicSerdes.from(kafka);
        PrometheusMeterRegistry metrics = ServiceMetrics.create("ingest");
        RawPublisher publisher = RawPublisher.connect(kafka, serdes);
        KafkaQuarantine quarantine = KafkaQuarantine.connect(kafka, serdes, ingest.instance());
        BrokerWatch watch = BrokerWatch.start(kafka, () -> warmUp(publisher));
        ArticlesHandler articles = new ArticlesHandler(
                new Intake(ingest.limits()),
                publisher,
                quarantine,
                new IntakeMetrics(metrics),
                ingest.bodies(),
                InstantSource.system());
        OtherWays ways = OtherWays.start(kafka, ingest, metrics, watch, publisher, quarantine);
        try {
            ServiceHttp http = ServiceHttp.start(
                    settings,
                    IngestSettings.DEFAULT_PORT,
                    () -> ways.health(watch.health()),
                    metrics,
                    List.of(articles));
            return new IngestService(http, publisher, quarantine, watch, ways);
        } catch (RuntimeException failure) {
            ways.close();
            close(publisher, quarantine, watch);
            throw failure;
        }
    }

    @Override
    public URI uri() {
        return http.uri();
    }

    @Override
    public boolean ready() {
        return watch.health().ready();
    }

    /** A broker that is away may come back; only what comes by other ways than HTTP can end this service. */
    @Override
    public CompletionStage<Void> failure() {
        return ways.failure();
    }

    /** Requests under way are answered first: whatever was answered 202 is in the log. */
    @Override
    public void close() {
        http.close();
        ways.close();
        close(publisher, quarantine, watch);
    }

    private static void warmUp(RawPublisher publisher) {
        Languages.warmUp();
        publisher.warmUp();
    }

    private static void close(RawPublisher publisher, KafkaQuarantine quarantine, BrokerWatch watch) {
        watch.close();
        publisher.close();
        quarantine.close();
    }
}
