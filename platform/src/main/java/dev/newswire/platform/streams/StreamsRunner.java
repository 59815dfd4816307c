package dev.newswire.platform.streams;

import dev.newswire.platform.deadletter.QuarantineHandler;
import dev.newswire.platform.runtime.Health;
import dev.newswire.platform.topic.Topic;
import dev.newswire.platform.topic.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreType;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a topology: the only class that creates {@link KafkaStreams}. */
public final class StreamsRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsRunner.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(300);
    private static final Serializer<String> KEYS = new StringSerializer();
    /** Tasks come and go, and their meters with them. */
    private static final Duration METERS_EVERY = Duration.ofSeconds(10);

    private final KafkaStreams streams;
    private final GroupMembershipOperation onClose;
    private final ScheduledExecutorService meters = Executors.newSingleThreadScheduledExecutor(StreamsRunner::daemon);
    private final KafkaStreamsMetrics metrics;
    private final String group;
    private final List<String> topics;
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private final KnownPlaces places = new KnownPlaces(this::find, System::nanoTime);

    private StreamsRunner(Topology topology, Properties properties) {
        this.streams = new KafkaStreams(topology, properties);
        this.onClose = onClose(properties);
        this.metrics = new KafkaStreamsMetrics(streams, List.of(), meters, METERS_EVERY);
        this.group = properties.getProperty(StreamsConfig.APPLICATION_ID_CONFIG);
        this.topics = topics(topology);
    }

    /**
     * Starts the topology; returns at once.
     *
     * @param properties as {@link StreamsProperties} makes them
     * @param registry takes the meters of Kafka Streams and its clients
     */
    public static StreamsRunner start(Topology topology, Properties properties, MeterRegistry registry) {
        properties.put(QuarantineHandler.METERS, registry);
        StreamsRunner runner = new StreamsRunner(topology, properties);
        runner.metrics.bindTo(registry);
        runner.streams.setUncaughtExceptionHandler(StreamsRunner::replaceThread);
        runner.streams.setStateListener(runner::changed);
        runner.streams.start();
        return runner;
    }

    /** The consumer group. */
    String group() {
        return group;
    }

    /** The topics of the catalogue that it reads. */
    List<String> topics() {
        return topics;
    }

    /** The running instance, for interactive queries. */
    public KafkaStreams streams() {
        return streams;
    }

    /** A key-value store of the topology, as far as this instance holds it. */
    public <V> LocalStore<V> store(String name) {
        QueryableStoreType<ReadOnlyKeyValueStore<String, V>> type = QueryableStoreTypes.keyValueStore();
        return new LocalStore<>(
                key -> streams.store(StoreQueryParameters.fromNameAndType(name, type)
                        .withPartition(places.of(name, key).partition())
                        .enableStaleStores()),
                () -> streams.store(StoreQueryParameters.fromNameAndType(name, type)));
    }

    /**
     * Where a key of a store stands.
     *
     * @throws StoreNotReadyException if that is not known now
     */
    public Placement placement(String store, String key) {
        try {
            return places.of(store, key).placement();
        } catch (InvalidStateStoreException e) {
            throw new StoreNotReadyException(e);
        }
    }

    /**
     * Every instance that is in charge of a part of a store, as {@code host:port}.
     *
     * @throws StoreNotReadyException if that is not known now
     */
    public List<String> instances(String store) {
        try {
            return streams.streamsMetadataForStore(store).stream()
                    .map(metadata -> address(metadata.hostInfo()))
                    .distinct()
                    .sorted()
                    .toList();
        } catch (InvalidStateStoreException | IllegalStateException e) {
            throw new StoreNotReadyException(e);
        }
    }

    private Place find(String store, String key) {
        KeyQueryMetadata metadata;
        try {
            metadata = streams.queryMetadataForKey(store, key, KEYS);
        } catch (IllegalStateException stopping) {
            throw new StoreNotReadyException(stopping);
        }
        if (metadata == null || metadata.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
            throw new StoreNotReadyException();
        }
        List<String> standbys = metadata.standbyHosts().stream()
                .map(StreamsRunner::address)
                .sorted()
                .toList();
        return new Place(metadata.partition(), new Placement(address(metadata.activeHost()), standbys));
    }

    private static String address(HostInfo host) {
        return host.host() + ":" + host.port();
    }

    /** Live while running or rebalancing, ready while running. */
    public Health health() {
        State state = streams.state();
        return switch (state) {
            case RUNNING -> Health.up(state.name());
            case CREATED, REBALANCING -> Health.starting(state.name());
            default -> Health.dead(state.name());
        };
    }

    /** Completes exceptionally when the topology has stopped for good. */
    public CompletionStage<Void> failure() {
        return failure;
    }

    /**
     * Where a key stands, each instance as {@code host:port}.
     *
     * @param active the instance in charge
     * @param standbys those that hold copies
     */
    public record Placement(String active, List<String> standbys) {}

    /** The partition of a store in which a key stands, and where that is. */
    record Place(int partition, Placement placement) {}

    /** Commits and stops; state stays for the next start. */
    @Override
    public void close() {
        metrics.close();
        meters.shutdownNow();
        streams.close(CloseOptions.timeout(CLOSE_TIMEOUT).withGroupMembershipOperation(onClose));
    }

    private static List<String> topics(Topology topology) {
        Set<String> known = Topics.ALL.stream().map(Topic::name).collect(Collectors.toSet());
        return topology.describe().subtopologies().stream()
                .flatMap(part -> part.nodes().stream())
                .filter(TopologyDescription.Source.class::isInstance)
                .flatMap(source -> ((TopologyDescription.Source) source).topicSet().stream())
                .filter(known::contains)
                .toList();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "streams-meters");
        thread.setDaemon(true);
        return thread;
    }

    /** A named member keeps its place for its return; the place of any other would be waited for in vain. */
    private static GroupMembershipOperation onClose(Properties properties) {
        boolean named = properties.containsKey(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        return named ? GroupMembershipOperation.REMAIN_IN_GROUP : GroupMembershipOperation.LEAVE_GROUP;
    }

    private void changed(State now, State before) {
        LOG.info("Streams: {} after {}", now, before);
        places.forget();
        if (now == State.ERROR) {
            failure.completeExceptionally(new IllegalStateException("the stream threads have failed; see the log"));
        }
    }

    /** Transactions make a retry from the last commit safe, and most failures are those of a network. */
    private static StreamThreadExceptionResponse replaceThread(Throwable failure) {
        LOG.error("A stream thread failed and is replaced", failure);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
