package dev.newswire.publish;

import dev.newswire.platform.serde.StateSerde;
import dev.newswire.platform.serde.TopicSerdes;
import dev.newswire.platform.streams.CheckDefinitionProcessor;
import dev.newswire.platform.topic.Topic;
import dev.newswire.platform.topic.Topics;
import dev.newswire.publish.feed.ArticleChange;
import dev.newswire.publish.feed.BuiltInFeeds;
import dev.newswire.publish.feed.EntryTopicKey;
import dev.newswire.publish.feed.FeedMatcher;
import dev.newswire.publish.feed.definition.DefinedFeeds;
import dev.newswire.publish.feed.definition.DefinitionRules;
import dev.newswire.schema.FeedEntry;
import dev.newswire.schema.internal.FeedChange;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** From enriched articles and their links to the entries and snapshots of feeds. */
public final class PublishTopology implements Supplier<Topology> {
    /** Also the consumer group. */
    public static final String APPLICATION_ID = "news-publish";

    static final String ARTICLES = "articles-by-id";
    static final String EMBARGOES = "embargoes-by-time";
    static final String ENTRIES = "entries-by-feed";
    static final String FEEDS = "feeds-by-id";
    static final String HISTORIES = "history-by-article";
    static final String DEPARTURES = "departures-by-feed";
    static final String FILLED = "filled-definitions";
    static final String MEMBERS = "members-by-feed";
    static final String NAMED = "named-by-feed";

    private static final Serde<String> KEYS = Serdes.String();

    private final Properties properties;
    private final TopicSerdes serdes;
    private final PublishSettings settings;
    private final Supplier<DefinedFeeds> definitions;
    private final PublishMeters meters;

    PublishTopology(
            Properties properties,
            TopicSerdes serdes,
            PublishSettings settings,
            Supplier<DefinedFeeds> definitions,
            PublishMeters meters) {
        this.properties = properties;
        this.serdes = serdes;
        this.settings = settings;
        this.definitions = definitions;
        this.meters = meters;
    }

    @Override
    public Topology get() {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(properties)));
        KStream<String, PlannedRecord> planned = articleChanges(builder)
                .process(new PlanEntriesProcessor.Factory(builtIn(), definitions, meters), Named.as("plan-entries"));
        planned.flatMapValues(PlannedRecord::fates, Named.as("keep-fates"))
                .to(Topics.FATE.name(), to(Topics.FATE, "write-fates"));

        KStream<String, FeedRecord> built = planned.flatMapValues(PlannedRecord::changes, Named.as("keep-changes"))
                .repartition(byFeed())
                .process(new BuildFeedsProcessor.Factory(settings, meters), Named.as("build-feeds"));
        built.process(
                new KeepDeparturesProcessor.Factory(settings.departureRetention()), Named.as("keep-departures"), FEEDS);
        built.flatMapValues(FeedRecord::entries, Named.as("keep-entries"))
                .to(
                        Topics.FEED_ENTRY.name(),
                        to(Topics.FEED_ENTRY, "write-entries").withStreamPartitioner(partitionByFeed()));
        built.flatMapValues(FeedRecord::snapshots, Named.as("keep-snapshots"))
                .to(Topics.FEED_SNAPSHOT.name(), to(Topics.FEED_SNAPSHOT, "write-snapshots"));
        checkDefinitions(builder);
        return builder.build(properties);
    }

    private KStream<String, ArticleChange> articleChanges(StreamsBuilder builder) {
        KStream<String, ArticleChange> enriched = read(builder, Topics.ENRICHED, "read-enriched")
                .mapValues(ArticleChange::ofEnriched, Named.as("take-enriched"));
        KStream<String, ArticleChange> related = read(builder, Topics.RELATED, "read-related")
                .mapValues(ArticleChange::ofRelated, Named.as("take-related"));
        return enriched.merge(related, Named.as("merge-changes"));
    }

    private FeedMatcher builtIn() {
        Set<String> linked = new HashSet<>(settings.linkedFeeds());
        // To see which are copies takes their links.
        linked.addAll(settings.collapsedFeeds());
        return new BuiltInFeeds(settings.minimumSalience(), linked);
    }

    /** Last, so that the numbers of the other parts, and with them the folders of their state, stay as they are. */
    private void checkDefinitions(StreamsBuilder builder) {
        read(builder, Topics.FEED_DEFINITION, "read-feed-definitions")
                .process(
                        () -> new CheckDefinitionProcessor<>(
                                DefinitionRules::mistake, meters.definitionsReceived, meters.definitionsRefused),
                        Named.as("check-feed-definition"));
    }

    private <V extends SpecificRecord> KStream<String, V> read(StreamsBuilder builder, Topic<V> topic, String name) {
        return builder.stream(
                topic.name(), Consumed.with(KEYS, serdes.of(topic)).withName(name));
    }

    private <V extends SpecificRecord> Produced<String, V> to(Topic<V> topic, String name) {
        return Produced.with(KEYS, serdes.of(topic)).withName(name);
    }

    private Repartitioned<String, FeedChange> byFeed() {
        return Repartitioned.<String, FeedChange>as("by-feed")
                .withKeySerde(KEYS)
                .withValueSerde(StateSerde.of(FeedChange.class))
                .withNumberOfPartitions(settings.feedPartitions());
    }

    /** Where the default partitioner puts the feed's own records: its entries stand beside its snapshots. */
    static StreamPartitioner<String, FeedEntry> partitionByFeed() {
        return (topic, key, entry, partitions) ->
                Optional.of(Set.of(partitionOf(EntryTopicKey.feedId(key), partitions)));
    }

    /** The partition of a feed among so many, as the default partitioner has it. */
    static int partitionOf(String feedId, int partitions) {
        return Utils.toPositive(Utils.murmur2(feedId.getBytes(StandardCharsets.UTF_8))) % partitions;
    }
}
