package dev.newswire.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newswire.ingest.intake.OversizeException;
import dev.newswire.ingest.intake.UnavailableException;
import dev.newswire.platform.testing.RegistryStub;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.EventKind;
import dev.newswire.schema.RawArticle;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RawPublisherTest {

    private static final Instant RECEIVED_AT = Instant.parse("2025-07-30T12:00:00Z");
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private RegistryStub registry;
    private MockProducer<String, RawArticle> producer;
    private RawPublisher publisher;

    @BeforeEach
    void connect() {
        registry = RegistryStub.provisioned();
        Serializer<RawArticle> serializer = registry.serdes().of(Topics.RAW).serializer();
        producer = new MockProducer<>(Cluster.empty(), false, null, new StringSerializer(), serializer);
        publisher = new RawPublisher(producer, serializer, Topics.RAW);
    }

    @AfterEach
    void disconnect() {
        publisher.close();
        registry.close();
    }

    @Test
    void recordIsKeyedByArticleAndStampedWithTheTimeOfReceipt() {
        publisher.append(event(EventKind.UPSERT), TRACE);

        ProducerRecord<String, RawArticle> message = producer.history().get(0);
        assertThat(message.topic()).isEqualTo("news.article.raw.v1");
        assertThat(message.key()).isEqualTo("5TF0BBZ3R1SZN42GA0VSETW8H3");
        assertThat(message.timestamp()).isEqualTo(RECEIVED_AT.toEpochMilli());
        assertThat(header(message, "ce_type")).isEqualTo("dev.newswire.article.upserted");
        assertThat(header(message, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(message, "ce_time")).isEqualTo("2025-07-30T12:00:00Z");
        assertThat(header(message, "traceparent")).isEqualTo(TRACE);
    }

    @Test
    void hurryingSendsWhatWaitsForCompany() {
        CompletableFuture<Void> done = publisher.append(event(EventKind.UPSERT), TRACE);
        publisher.hurry();

        assertThat(producer.flushed()).isTrue();
        assertThat(done).isCompleted();
    }

    @Test
    void everyEventHasAnIdAndATraceOfItsOwn() {
        publisher.append(event(EventKind.RETRACT), null);
        publisher.append(event(EventKind.RETRACT), "nonsense");

        ProducerRecord<String, RawArticle> first = producer.history().get(0);
        ProducerRecord<String, RawArticle> second = producer.history().get(1);
        assertThat(header(first, "ce_type")).isEqualTo("dev.newswire.article.retracted");
        for (String name : Arrays.asList("ce_id", "traceparent")) {
            assertThat(header(first, name)).isNotEmpty().isNotEqualTo(header(second, name));
        }
    }

    @Test
    void eventIsDoneOnlyWhenTheBrokerSaysSo() {
        CompletableFuture<Void> done = publisher.append(event(EventKind.UPSERT), null);
        assertThat(done).isNotDone();

        producer.completeNext();
        assertThat(done).isCompleted();
    }

    @Test
    void brokersSilenceMeansUnavailable() {
        CompletableFuture<Void> done = publisher.append(event(EventKind.UPSERT), null);
        producer.errorNext(new TimeoutException("no answer"));

        assertThatThrownBy(done::join).hasCauseInstanceOf(UnavailableException.class);
    }

    @Test
    void recordThatIsTooLargeIsToldApart() {
        CompletableFuture<Void> done = publisher.append(event(EventKind.UPSERT), null);
        producer.errorNext(new RecordTooLargeException("too large"));

        assertThatThrownBy(done::join).hasCauseInstanceOf(OversizeException.class);
    }

    @Test
    void closedProducerMeansUnavailable() {
        producer.close();

        assertThatThrownBy(publisher.append(event(EventKind.UPSERT), null)::join)
                .hasCauseInstanceOf(UnavailableException.class);
    }

    @Test
    void registryThatAnsweredOnceIsNotMissedLater() {
        publisher.warmUp();
        registry.close();

        publisher.append(event(EventKind.UPSERT), null);
        assertThat(producer.history()).hasSize(1);
    }

    private static RawArticle event(EventKind kind) {
        return RawArticle.newBuilder()
                .setArticleId("5TF0BBZ3R1SZN42GA0VSETW8H3")
                .setKind(kind)
                .setRevision(1)
                .setSource("echo")
                .setReceivedAt(RECEIVED_AT)
                .build();
    }

    private static String header(ProducerRecord<String, RawArticle> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
