package dev.newswire.enrich;

import dev.newswire.enrich.entity.DefinitionRules;
import dev.newswire.enrich.lifecycle.Outcome;
import dev.newswire.enrich.related.Analyser;
import dev.newswire.enrich.related.CandidateFinder;
import dev.newswire.enrich.related.PairScorer;
import dev.newswire.platform.serde.StateSerde;
import dev.newswire.platform.serde.TopicSerdes;
import dev.newswire.platform.streams.CheckDefinitionProcessor;
import dev.newswire.platform.topic.Topic;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.internal.ArticleMemory;
import dev.newswire.schema.internal.KeptLink;
import dev.newswire.schema.internal.LinkMemory;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * From raw events to enriched articles and the links between them.
 *
 * <p>Links are kept where their article lives. Three repartitions lead there, of equal size so that one task reads the
 * same partition of each: what an article says of itself, what was found under its keys, and what other keepers say. The
 * last is a loop: keepers write to it and read from it.
 */
public final class EnrichTopology implements Supplier<Topology> {
    /** Also the consumer group. */
    public static final String APPLICATION_ID = "news-enrich";

    static final String ARTICLES = "articles-by-id";
    static final String POSTINGS = "postings-by-key";
    static final String RELATED = "related-by-article";
    static final String SPARE_LINKS = "spare-links-by-pair";
    static final String CHANGED = "changed-articles";
    static final String SHOWN = "shown-by-article";
    static final String HELD = "held-articles-by-id";
    static final String EMBARGOES = "embargoes-by-time";

    private static final String KEEPER_MESSAGES = "keeper-messages-by-article";
    /** On one instance with all partitions, some 20 KB each. */
    private static final int MEMORIES_AT_HAND = 4_000;

    private static final Serde<String> KEYS = Serdes.String();

    private final Properties properties;
    private final TopicSerdes serdes;
    private final EnrichSettings settings;
    private final Enricher enricher;
    private final Analyser analyser;
    private final PairScorer scorer;
    private final EnrichMeters meters;
    private final LinkMemoryStore.Shared memories;

    EnrichTopology(
            Properties properties,
            TopicSerdes serdes,
            EnrichSettings settings,
            EntityRecogniser recogniser,
            Analyser analyser,
            PairScorer scorer,
            EnrichMeters meters) {
        this.properties = properties;
        this.serdes = serdes;
        this.settings = settings;
        this.enricher = new Enricher(recogniser, analyser);
        this.analyser = analyser;
        this.scorer = scorer;
        this.meters = meters;
        this.memories = new LinkMemoryStore.Shared(MEMORIES_AT_HAND / settings.partitions() + 1);
    }

    @Override
    public Topology get() {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(properties)));
        addStores(builder);
        KStream<String, Enrichment> enrichments = enrichments(builder);
        writeEnriched(enrichments);
        KStream<String, Enrichment> linkable = enrichments.process(
                () -> new HoldEmbargoedProcessor(enricher), Named.as("hold-embargoed"), ARTICLES, HELD, EMBARGOES);
        KStream<String, LinkEvents> announcements = linkable.process(
                        AnnounceArticleProcessor::new, Named.as("announce-article"))
                .repartition(by("announcements-by-article", LinkEventsSerde.create()));
        KStream<String, LinkOutput> linked = announcements
                .merge(scores(linkable), Named.as("merge-announcements-and-scores"))
                .process(this::linkRelated, Named.as("link-related"), RELATED, SPARE_LINKS);
        writeRelated(linked.merge(answers(linked), Named.as("merge-changes")));
        checkDefinitions(builder);
        return builder.build(properties);
    }

    private KStream<String, Enrichment> enrichments(StreamsBuilder builder) {
        KStream<String, Outcome> outcomes = read(builder, Topics.RAW, "read-raw")
                .merge(read(builder, Topics.BACKFILL, "read-backfill"), Named.as("merge-lanes"))
                .process(() -> new ApplyLifecycleProcessor(meters), Named.as("apply-lifecycle"), ARTICLES);
        outcomes.process(DecideFatesProcessor::new, Named.as("decide-fates"))
                .to(Topics.FATE.name(), to(Topics.FATE, "write-fates"));
        return outcomes.process(
                        () -> new ExtractEntitiesProcessor(enricher, meters), Named.as("extract-entities"), ARTICLES)
                .merge(readAnew(builder), Named.as("merge-readings"));
    }

    private KStream<String, Enrichment> readAnew(StreamsBuilder builder) {
        return read(builder, Topics.REENRICH, "read-requests")
                .process(() -> new ReenrichProcessor(enricher, meters), Named.as("re-enrich"), ARTICLES);
    }

    /** Last, so that the numbers of the other parts, and with them the folders of their state, stay as they are. */
    private void checkDefinitions(StreamsBuilder builder) {
        read(builder, Topics.ENTITY_DEFINITION, "read-entity-definitions")
                .process(
                        () -> new CheckDefinitionProcessor<>(
                                DefinitionRules::mistake, meters.definitionsReceived, meters.definitionsRefused),
                        Named.as("check-definition"));
    }

    private void writeEnriched(KStream<String, Enrichment> enrichments) {
        enrichments
                .process(RenderEnrichedProcessor::new, Named.as("render-enriched"))
                .to(Topics.ENRICHED.name(), to(Topics.ENRICHED, "write-enriched"));
    }

    private KStream<String, LinkEvents> scores(KStream<String, Enrichment> linkable) {
        CandidateFinder finder = new CandidateFinder(scorer, settings.window(), settings.linksPerKey());
        return linkable.process(() -> new EmitPostingsProcessor(meters), Named.as("emit-postings"))
                .repartition(by("by-key", EncodedPostingSerde.create()))
                .process(
                        () -> new FindCandidatesProcessor(finder, settings, meters),
                        Named.as("find-candidates"),
                        POSTINGS)
                .repartition(by("by-article", LinkEventsSerde.create()));
    }

    /** What keepers say to each other, until none has anything to say. */
    private KStream<String, LinkOutput> answers(KStream<String, LinkOutput> linked) {
        KStream<String, LinkOutput> answers = messages(linked, "keep-messages")
                .repartition(by(KEEPER_MESSAGES, LinkEventsSerde.create()))
                .process(this::linkRelated, Named.as("hear-other-keepers"), RELATED, SPARE_LINKS);
        messages(answers, "keep-answers")
                .to(
                        KEEPER_MESSAGES + "-repartition",
                        Produced.with(KEYS, LinkEventsSerde.create()).withName("answer-other-keepers"));
        return answers;
    }

    private static KStream<String, LinkEvents> messages(KStream<String, LinkOutput> outputs, String name) {
        return outputs.filter((article, output) -> output instanceof LinkOutput.Told, Named.as(name))
                .mapValues(output -> ((LinkOutput.Told) output).events(), Named.as(name + "-events"));
    }

    private void writeRelated(KStream<String, LinkOutput> outputs) {
        outputs.process(this::showRelated, Named.as("show-related"), RELATED, CHANGED, SHOWN)
                .to(Topics.RELATED.name(), to(Topics.RELATED, "write-related"));
    }

    private LinkRelatedProcessor linkRelated() {
        return new LinkRelatedProcessor(settings, memories);
    }

    private ShowRelatedProcessor showRelated() {
        return new ShowRelatedProcessor(settings, memories, analyser.version() + "+" + scorer.version(), meters);
    }

    private <V extends SpecificRecord> KStream<String, V> read(StreamsBuilder builder, Topic<V> topic, String name) {
        return builder.stream(
                topic.name(), Consumed.with(KEYS, serdes.of(topic)).withName(name));
    }

    private <V extends SpecificRecord> Produced<String, V> to(Topic<V> topic, String name) {
        return Produced.with(KEYS, serdes.of(topic)).withName(name);
    }

    private <V> Repartitioned<String, V> by(String name, Serde<V> values) {
        return Repartitioned.<String, V>as(name)
                .withKeySerde(KEYS)
                .withValueSerde(values)
                .withNumberOfPartitions(settings.partitions());
    }

    private static void addStores(StreamsBuilder builder) {
        builder.addStateStore(store(ARTICLES, ArticleMemory.class));
        builder.addStateStore(store(POSTINGS, EncodedPostingSerde.create()));
        // An article hears of its links one by one within moments: what is written of it within a commit is one record.
        builder.addStateStore(store(RELATED, LinkMemory.class).withCachingEnabled());
        builder.addStateStore(store(SPARE_LINKS, KeptLink.class));
        builder.addStateStore(Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(CHANGED), KEYS, Serdes.Long()));
        builder.addStateStore(Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(SHOWN), KEYS, Serdes.Long()));
        builder.addStateStore(store(HELD, EnrichedArticle.class));
        builder.addStateStore(store(EMBARGOES, Serdes.ByteArray()));
    }

    private static <V extends SpecificRecord> StoreBuilder<KeyValueStore<String, V>> store(String name, Class<V> type) {
        return store(name, StateSerde.of(type));
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), KEYS, values);
    }
}
