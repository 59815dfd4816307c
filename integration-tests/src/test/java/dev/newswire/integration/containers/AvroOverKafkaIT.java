package dev.newswire.integration.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newswire.platform.serde.StateSerde;
import dev.newswire.platform.serde.TrustedRecords;
import dev.newswire.platform.topic.Cleanup;
import dev.newswire.platform.topic.Topic;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.ArticleFate;
import dev.newswire.schema.FeedDefinition;
import dev.newswire.schema.RawArticle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;

@Testcontainers(parallel = true)
class AvroOverKafkaIT {
    private static final int RECORDS = 200;

    @Container
    private static final KafkaContainer BROKER = Broker.container();

    @Container
    private static final RegistryContainer REGISTRY = new RegistryContainer();

    private static final Pipeline PIPELINE = new Pipeline(BROKER, REGISTRY);

    @BeforeAll
    static void provision() {
        TrustedRecords.trust();
        PIPELINE.provision();
    }

    static Stream<Topic<?>> topicsWithSchema() {
        return Topics.ALL.stream().filter(Topic::hasSchema);
    }

    @ParameterizedTest
    @MethodSource("topicsWithSchema")
    <V extends SpecificRecord> void whateverTheSchemaAllowsArrivesAsItWasSent(Topic<V> topic) throws Exception {
        long seed = ThreadLocalRandom.current().nextLong();
        Map<String, V> sent = randomValues(topic, seed);

        try (Serde<V> serde = PIPELINE.serdes().of(topic)) {
            List<ProducerRecord<String, V>> records = new ArrayList<>();
            sent.forEach((key, value) -> records.add(new ProducerRecord<>(topic.name(), key, value)));
            Records.write(PIPELINE.kafka(), serde.serializer(), records);
        }

        Map<String, ByteBuffer> received = new LinkedHashMap<>();
        // A serde of its own, as in another process: it has yet to learn the schema.
        try (Serde<V> serde = PIPELINE.serdes().of(topic)) {
            Records.await(
                            PIPELINE.kafka(),
                            topic.name(),
                            serde.deserializer(),
                            records -> keys(records).containsAll(sent.keySet()))
                    .stream()
                    .filter(record -> sent.containsKey(record.key()))
                    .forEach(record -> received.put(record.key(), encoded(record.value())));
        }
        Map<String, ByteBuffer> expected = new LinkedHashMap<>();
        sent.forEach((key, value) -> expected.put(key, encoded(value)));
        assertThat(received).as("seed %d", seed).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @Test
    void anyConfluentReaderUnderstandsTheBytes() throws Exception {
        Topic<FeedDefinition> topic = Topics.FEED_DEFINITION;
        FeedDefinition feed = FeedDefinition.newBuilder()
                .setFeedId("wire-format")
                .setTitle("Grüße 日本")
                .build();

        write(topic, "wire-format", feed);

        ByteBuffer bytes = ByteBuffer.wrap(bytesOf(topic.name(), "wire-format"));
        assertThat(bytes.get()).as("magic byte").isZero();
        Schema schema = new Schema.Parser().parse(PIPELINE.registryClient().schemaById(bytes.getInt()));
        GenericRecord read = new GenericDatumReader<GenericRecord>(schema)
                .read(null, DecoderFactory.get().binaryDecoder(bytes.array(), 5, bytes.remaining(), null));
        assertThat(schema).isEqualTo(FeedDefinition.getClassSchema());
        assertThat(read.get("title")).hasToString("Grüße 日本");
    }

    @Test
    void aTombstoneStaysOne() throws Exception {
        write(Topics.ENRICHED, "tombstone", null);

        assertThat(bytesOf(Topics.ENRICHED.name(), "tombstone")).isNull();
    }

    @Test
    void aRecordOfALaterReleaseIsReadWithoutWhatIsNew() throws Exception {
        ArticleFate fate = new RandomRecords(1).next(ArticleFate.class);
        long id = PIPELINE.registryClient().register(Topics.FATE.subject(), NewerFate.SCHEMA.toString());

        writeBytes(Topics.FATE.name(), "later", confluentBytes(id, NewerFate.from(fate)));

        byte[] bytes = Objects.requireNonNull(bytesOf(Topics.FATE.name(), "later"));
        try (Serde<ArticleFate> serde = PIPELINE.serdes().of(Topics.FATE)) {
            assertThat(serde.deserializer().deserialize(Topics.FATE.name(), bytes))
                    .isEqualTo(fate);
        }
    }

    @Test
    void aProducerDoesNotRegisterWhatNobodyProvisioned() throws Exception {
        Topic<RawArticle> stranger =
                new Topic<>("news.article.stranger.v1", RawArticle.class, new Cleanup.Delete(Duration.ofDays(1)));
        RawArticle article = new RandomRecords(2).next(RawArticle.class);

        try (Serde<RawArticle> serde = PIPELINE.serdes().of(stranger)) {
            assertThatThrownBy(() -> serde.serializer().serialize(stranger.name(), article))
                    .hasStackTraceContaining("newswire topics --apply");
        }

        assertThat(PIPELINE.registryClient()
                        .find(stranger.subject(), RawArticle.getClassSchema().toString()))
                .isEmpty();
    }

    private static <V> Set<String> keys(List<ConsumerRecord<String, V>> records) {
        return records.stream().map(ConsumerRecord::key).collect(Collectors.toSet());
    }

    /** What is compared: Avro's own equals fails on lists of records that hold an optional timestamp. */
    @SuppressWarnings("unchecked")
    private static <V extends SpecificRecord> ByteBuffer encoded(V value) {
        return ByteBuffer.wrap(
                StateSerde.of((Class<V>) value.getClass()).serializer().serialize("", value));
    }

    private static <V extends SpecificRecord> Map<String, V> randomValues(Topic<V> topic, long seed)
            throws IOException {
        RandomRecords random = new RandomRecords(seed);
        Map<String, V> values = new LinkedHashMap<>();
        for (int i = 0; i < RECORDS; i++) {
            values.put("random-" + i, random.next(topic.valueType()));
        }
        return values;
    }

    private static <V extends SpecificRecord> void write(Topic<V> topic, String key, @Nullable V value)
            throws Exception {
        try (Serde<V> serde = PIPELINE.serdes().of(topic)) {
            Records.write(
                    PIPELINE.kafka(), serde.serializer(), List.of(new ProducerRecord<>(topic.name(), key, value)));
        }
    }

    private static void writeBytes(String topic, String key, byte[] value) throws Exception {
        Records.write(PIPELINE.kafka(), new ByteArraySerializer(), List.of(new ProducerRecord<>(topic, key, value)));
    }

    private static byte @Nullable [] bytesOf(String topic, String key) {
        return Records.await(
                        PIPELINE.kafka(),
                        topic,
                        new ByteArrayDeserializer(),
                        records ->
                                records.stream().anyMatch(record -> record.key().equals(key)))
                .stream()
                .filter(record -> record.key().equals(key))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static byte[] confluentBytes(long id, GenericRecord value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ByteBuffer.allocate(5).put((byte) 0).putInt((int) id).array());
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<>(value.getSchema()).write(value, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }
}
