package dev.newswire.ingest;

import dev.newswire.ingest.access.Access;
import dev.newswire.ingest.http.ArticleSink;
import dev.newswire.ingest.http.ArticlesHandler;
import dev.newswire.ingest.http.OpenApiHandler;
import dev.newswire.ingest.intake.Intake;
import dev.newswire.ingest.intake.IntakeMetrics;
import dev.newswire.ingest.kafka.BrokerWatch;
import dev.newswire.ingest.kafka.FateReader;
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

    /** What speaks to Kafka. */
    private record Parts(
            RawPublisher publisher,
            KafkaQuarantine quarantine,
            BrokerWatch watch,
            FateReader fates,
            OtherWays ways,
            Polling polling) {
        void close() {
            polling.close();
            ways.close();
            watch.close();
            fates.close();
            publisher.close();
            quarantine.close();
        }
    }

    private final ServiceHttp http;
    private final Parts parts;

    private IngestService(ServiceHttp http, Parts parts) {
        this.http = http;
        this.parts = parts;
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
        Polling.check(settings);
        Access access = ingest.access().access();
        RawPublisher publisher = RawPublisher.connect(kafka, serdes);
        KafkaQuarantine quarantine = KafkaQuarantine.connect(kafka, serdes, ingest.instance());
        BrokerWatch watch = BrokerWatch.start(kafka, () -> warmUp(publisher));
        FateReader fates = FateReader.start(kafka, serdes, ingest.fates(), metrics);
        OtherWays ways = OtherWays.start(kafka, ingest, metrics, watch, publisher, quarantine);
        Polling polling = Polling.start(settings, serdes, new Intake(ingest.limits()), publisher, quarantine, metrics);
        Parts parts = new Parts(publisher, quarantine, watch, fates, ways, polling);
        ArticleSink sink = new ArticleSink(
                new Intake(ingest.limits()), publisher, quarantine, new IntakeMetrics(metrics), InstantSource.system());
        ArticlesHandler articles =
                new ArticlesHandler(access, ingest.access().rateLimit(), sink, ingest.bodies(), fates, metrics);
        try {
            ServiceHttp http = ServiceHttp.start(
                    settings,
                    IngestSettings.DEFAULT_PORT,
                    () -> ways.health(watch.health()),
                    metrics,
                    List.of(articles, polling.handler(access), new OpenApiHandler()));
            return new IngestService(http, parts);
        } catch (RuntimeException failure) {
            parts.close();
            throw failure;
        }
    }

    @Override
    public URI uri() {
        return http.uri();
    }

    @Override
    public boolean ready() {
        return parts.watch().health().ready();
    }

    /** A broker that is away may come back; only what comes by other ways than HTTP can end this service. */
    @Override
    public CompletionStage<Void> failure() {
        return parts.ways().failure();
    }

    /** Requests under way are answered first: whatever was answered 202 is in the log. */
    @Override
    public void close() {
        http.close();
        parts.close();
    }

    private static void warmUp(RawPublisher publisher) {
        Languages.warmUp();
        publisher.warmUp();
    }
}
