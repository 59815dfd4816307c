package dev.newswire.integration.containers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.platform.deadletter.DeadLetterHeaders;
import dev.newswire.platform.deadletter.QuarantineWriter;
import dev.newswire.platform.deadletter.Reject;
import dev.newswire.platform.streams.StreamsProperties;
import dev.newswire.platform.streams.StreamsRunner;
import dev.newswire.platform.topic.Topic;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.ArticleFate;
import dev.newswire.schema.Fate;
import dev.newswire.schema.RawArticle;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;

@Testcontainers(parallel = true)
class QuarantineIT {
    @Container
    private static final KafkaContainer BROKER = Broker.container();

    @Container
    private static final RegistryContainer REGISTRY = new RegistryContainer();

    private static final Pipeline PIPELINE = new Pipeline(BROKER, REGISTRY);

    @BeforeAll
    static void provision() {
        PIPELINE.provision();
    }

    @Test
    void poisonIsSetAsideWithItsFateAndTheStreamGoesOn(@TempDir Path state) throws Exception {
        byte[] poison = "poison".getBytes(StandardCharsets.UTF_8);
        List<ProducerRecord<String, byte[]>> input = new ArrayList<>();
        RandomRecords random = new RandomRecords(4);
        try (Serde<RawArticle> serde = PIPELINE.serdes().of(Topics.RAW)) {
            for (int i = 0; i < 30; i++) {
                byte[] good = serde.serializer().serialize(Topics.RAW.name(), random.next(RawArticle.class));
                input.add(new ProducerRecord<>(Topics.RAW.name(), "article-" + i, i % 10 == 7 ? poison : good));
            }
        }
        Records.write(PIPELINE.kafka(), new ByteArraySerializer(), input);

        try (StreamsRunner running = StreamsRunner.start(copying(), streams(state), new SimpleMeterRegistry())) {
            assertThat(bytesOf(Topics.BACKFILL, 27))
                    .extracting(ConsumerRecord::key)
                    .doesNotContain("article-7");
            List<ConsumerRecord<String, byte[]>> letters = bytesOf(Topics.ENRICH_DLQ, 3);
            assertThat(letters)
                    .extracting(ConsumerRecord::key)
                    .containsExactlyInAnyOrder("article-7", "article-17", "article-27");
            assertThat(letters).allSatisfy(letter -> {
                assertThat(letter.value()).isEqualTo(poison);
                assertThat(header(letter, DeadLetterHeaders.TOPIC)).isEqualTo(Topics.RAW.name());
                assertThat(header(letter, DeadLetterHeaders.MESSAGE)).isNotBlank();
            });
            assertThat(fatesOf("enrich", 3)).allSatisfy(fate -> {
                assertThat(fate.getFate()).isEqualTo(Fate.QUARANTINED);
                assertThat(fate.getEventTopic()).isEqualTo(Topics.RAW.name());
            });
            assertThat(running.health().live()).isTrue();
        }
    }

    @Test
    void everyRejectOfIngestHasItsFate() {
        List<Reject> rejects = IntStream.range(0, 20)
                .mapToObj(i -> new Reject(
                        ("{broken " + i).getBytes(StandardCharsets.UTF_8),
                        "unreadable-json",
                        "The body is not JSON.",
                        null,
                        "somewhere",
                        Map.of("content-type", "application/json"),
                        1_767_225_600_000L + i))
                .toList();
        try (QuarantineWriter writer = new QuarantineWriter(PIPELINE.kafka(), PIPELINE.serdes(), "test")) {
            writer.write(rejects);
        }

        List<ConsumerRecord<String, byte[]>> letters = bytesOf(Topics.INGEST_DLQ, 20);
        List<ArticleFate> fates = fatesOf("ingest", 20);
        assertThat(fates)
                .extracting(fate -> fate.getEventPartition() + "/" + fate.getEventOffset())
                .containsExactlyInAnyOrderElementsOf(letters.stream()
                        .map(letter -> letter.partition() + "/" + letter.offset())
                        .toList());
    }

    private static Topology copying() {
        Serde<RawArticle> serde = PIPELINE.serdes().of(Topics.RAW);
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(Topics.RAW.name(), Consumed.with(Serdes.String(), serde).withName("read-raw"))
                .to(
                        Topics.BACKFILL.name(),
                        Produced.with(Serdes.String(), PIPELINE.serdes().of(Topics.BACKFILL))
                                .withName("write-copy"));
        return builder.build();
    }

    private static Properties streams(Path state) {
        Properties properties =
                StreamsProperties.of(PIPELINE.settings(), "news-enrich", Topics.ENRICH_DLQ, List.of(Topics.RAW));
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        return properties;
    }

    private static List<ConsumerRecord<String, byte[]>> bytesOf(Topic<?> topic, int count) {
        return Records.await(
                PIPELINE.kafka(), topic.name(), new ByteArrayDeserializer(), records -> records.size() >= count);
    }

    private static List<ArticleFate> fatesOf(String service, int count) {
        try (Serde<ArticleFate> serde = PIPELINE.serdes().of(Topics.FATE)) {
            return Records.await(
                            PIPELINE.kafka(),
                            Topics.FATE.name(),
                            serde.deserializer(),
                            records -> of(service, records).size() >= count)
                    .stream()
                    .map(ConsumerRecord::value)
                    .filter(fate -> fate.getService().equals(service))
                    .toList();
        }
    }

    private static List<ConsumerRecord<String, ArticleFate>> of(
            String service, List<ConsumerRecord<String, ArticleFate>> records) {
        return records.stream()
                .filter(record -> record.value().getService().equals(service))
                .toList();
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
