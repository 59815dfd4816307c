package dev.newswire.enrich;

import dev.newswire.enrich.related.Analyser;
import dev.newswire.enrich.related.DocumentFrequencies;
import dev.newswire.enrich.related.PairScorer;
import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.runtime.RunningService;
import dev.newswire.platform.serde.AvroTopicSerdes;
import dev.newswire.platform.streams.StreamsProperties;
import dev.newswire.platform.streams.StreamsRunner;
import dev.newswire.platform.streams.StreamsService;
import dev.newswire.platform.topic.Topic;
import dev.newswire.platform.topic.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Properties;

/** The enrich service: finds entities and links in clean articles. */
public final class EnrichService {
    /** What it reads: every record of these must end in a fate. */
    static final List<Topic<?>> EVENT_TOPICS = List.of(Topics.RAW, Topics.BACKFILL);

    private static final int PORT = 8083;

    private EnrichService() {}

    /**
     * Starts the service; it is ready once its state is restored.
     *
     * @throws SettingException if a setting must be mended, such as a port that is taken
     */
    public static RunningService start(Settings settings) {
        EnrichSettings enrich = EnrichSettings.of(settings);
        return StreamsService.start(
                settings, "enrich", PORT, List.of(), metrics -> startStreams(settings, enrich, metrics));
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
