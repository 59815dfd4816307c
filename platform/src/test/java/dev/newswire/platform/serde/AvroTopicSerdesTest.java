package dev.newswire.platform.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newswire.platform.registry.RegistryClient;
import dev.newswire.platform.registry.RegistryUnavailableException;
import dev.newswire.platform.testing.RegistryStub;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.ArticleFate;
import dev.newswire.schema.Fate;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class AvroTopicSerdesTest {
    private static final ArticleFate FATE = ArticleFate.newBuilder()
            .setArticleId("0123456789ABCDEFGHJKMNPQRS")
            .setFate(Fate.STALE)
            .setEventTopic("t")
            .setEventPartition(3)
            .setEventOffset(42)
            .setService("enrich")
            .setDecidedAt(Instant.parse("2026-01-02T03:04:05Z"))
            .build();

    @Test
    void valuesSurviveTheRoundTrip() {
        try (RegistryStub registry = RegistryStub.provisioned();
                Serde<ArticleFate> serde = registry.serdes().of(Topics.FATE)) {
            byte[] bytes = serde.serializer().serialize(Topics.FATE.name(), FATE);
            assertThat(serde.deserializer().deserialize(Topics.FATE.name(), bytes))
                    .isEqualTo(FATE);
        }
    }

    @Test
    void theWireFormatIsConfluents() throws Exception {
        try (RegistryStub registry = RegistryStub.provisioned();
                Serde<ArticleFate> serde = registry.serdes().of(Topics.FATE)) {
            ByteBuffer bytes = ByteBuffer.wrap(serde.serializer().serialize(Topics.FATE.name(), FATE));
            assertThat(bytes.get()).isZero();
            String schema = RegistryClient.from(registry.kafka()).schemaById(bytes.getInt());
            GenericRecord read = new GenericDatumReader<GenericRecord>(new Schema.Parser().parse(schema))
                    .read(null, DecoderFactory.get().binaryDecoder(bytes.array(), 5, bytes.remaining(), null));
            assertThat(read.get("articleId")).hasToString("0123456789ABCDEFGHJKMNPQRS");
        }
    }

    @Test
    void anUnregisteredSchemaNamesTheCommandThatRegistersIt() {
        try (RegistryStub registry = RegistryStub.empty();
                Serde<ArticleFate> serde = registry.serdes().of(Topics.FATE)) {
            assertThatThrownBy(() -> serde.serializer().serialize(Topics.FATE.name(), FATE))
                    .hasStackTraceContaining("newswire topics --apply");
        }
    }

    @Test
    void anAbsentRegistryIsToldApartFromABadRecord() {
        RegistryStub registry = RegistryStub.provisioned();
        Map<String, Object> configuration = registry.kafka();
        byte[] bytes;
        try (Serde<ArticleFate> serde = registry.serdes().of(Topics.FATE)) {
            bytes = serde.serializer().serialize(Topics.FATE.name(), FATE);
        }
        registry.close();
        try (Serde<ArticleFate> fresh = AvroTopicSerdes.from(configuration).of(Topics.FATE)) {
            assertThatThrownBy(() -> fresh.deserializer().deserialize(Topics.FATE.name(), bytes))
                    .satisfies(e -> assertThat(RegistryUnavailableException.isCauseOf(e))
                            .isTrue());
        }
    }

    @Test
    void anEmptyValueIsPoisonToo() {
        try (RegistryStub registry = RegistryStub.provisioned();
                Serde<ArticleFate> serde = registry.serdes().of(Topics.FATE)) {
            assertThatThrownBy(() -> serde.deserializer().deserialize(Topics.FATE.name(), new byte[0]))
                    .hasMessageContaining("too short");
        }
    }

    @Test
    void bytesOfNoAvroArePoison() {
        try (RegistryStub registry = RegistryStub.provisioned();
                Serde<ArticleFate> serde = registry.serdes().of(Topics.FATE)) {
            assertThatThrownBy(() -> serde.deserializer()
                            .deserialize(
                                    Topics.FATE.name(), "poison".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                    .satisfies(e -> assertThat(RegistryUnavailableException.isCauseOf(e))
                            .isFalse())
                    .hasMessageContaining("magic byte");
        }
    }
}
