package dev.newswire.enrich;

import dev.newswire.enrich.entity.DefinitionRules;
import dev.newswire.enrich.related.Analyser;
import dev.newswire.enrich.related.DocumentFrequencies;
import dev.newswire.enrich.related.PairScorer;
import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.runtime.RunningService;
import dev.newswire.platform.serde.AvroTopicSerdes;
import dev.newswire.platform.serde.TopicSerdes;
import dev.newswire.platform.streams.StreamsProperties;
import dev.newswire.platform.streams.StreamsRunner;
import dev.newswire.platform.streams.StreamsService;
import dev.newswire.platform.streams.TopicFollower;
import dev.newswire.platform.streams.TopicFollower.Held;
import dev.newswire.platform.topic.Topic;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.EntityDefinition;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The enrich service: finds entities and links in clean articles. */
public final class EnrichService {
    private static final Logger LOG = LoggerFactory.getLogger(EnrichService.class);

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
        TableRecogniser recogniser = new TableRecogniser();
        TopicSerdes serdes = AvroTopicSerdes.from(settings.kafka());
        TopicFollower<EntityDefinition> definitions = TopicFollower.open(
                settings.kafka(),
                "news-enrich-definitions",
                new TopicFollower.Source<>(
                        Topics.ENTITY_DEFINITION,
                        serdes.of(Topics.ENTITY_DEFINITION).deserializer(),
                        (id, definition) ->
                                DefinitionRules.mistake(id, definition).isEmpty(),
                        enrich.definitions()),
                held -> define(
                        recogniser, held.values().stream().map(Held::value).toList()));
        try {
            StreamsService streams = StreamsService.start(settings, "enrich", PORT, List.of(), (metrics, uri) -> {
                // An article that came right after a restart must not be read without them.
                definitions.awaitLoaded();
                return startStreams(settings, enrich, recogniser, serdes, metrics);
            });
            return streams.andThen(definitions::close);
        } catch (RuntimeException e) {
            definitions.close();
            throw e;
        }
    }

    private static void define(TableRecogniser recogniser, List<EntityDefinition> definitions) {
        recogniser.define(definitions);
        LOG.info("Definitions of entities: {}; rules {}", definitions.size(), recogniser.rulesVersion());
    }

    private static StreamsRunner startStreams(
            Settings settings,
            EnrichSettings enrich,
            EntityRecogniser recogniser,
            TopicSerdes serdes,
            MeterRegistry metrics) {
        Properties properties = properties(settings);
        Topology topology = topology(properties, enrich, recogniser, serdes, metrics);
        return StreamsRunner.start(topology, properties, metrics);
    }

    /** How the service runs its topology. */
    public static Properties properties(Settings settings) {
        return StreamsProperties.of(settings, EnrichTopology.APPLICATION_ID, Topics.ENRICH_DLQ, EVENT_TOPICS);
    }

    /** The topology with the names, words and weights that the service ships, for being measured without a broker. */
    public static Topology topology(Settings settings, TopicSerdes serdes, MeterRegistry metrics) {
        return topology(properties(settings), EnrichSettings.of(settings), new TableRecogniser(), serdes, metrics);
    }

    private static Topology topology(
            Properties properties,
            EnrichSettings enrich,
            EntityRecogniser recogniser,
            TopicSerdes serdes,
            MeterRegistry metrics) {
        return new EnrichTopology(
                        properties,
                        serdes,
                        enrich,
                        recogniser,
                        new Analyser(DocumentFrequencies.shipped()),
                        PairScorer.shipped(),
                        new EnrichMeters(metrics))
                .get();
    }
}
