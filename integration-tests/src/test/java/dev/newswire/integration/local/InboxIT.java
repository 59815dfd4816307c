package dev.newswire.integration.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.newswire.platform.registry.RegistryClient;
import dev.newswire.platform.serde.AvroTopicSerdes;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.Fate;
import dev.newswire.schema.RawArticle;
import dev.newswire.schema.ScrapedArticle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The inbox of a whole pipeline, with the clients, broker and registry that a scraper meets. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InboxIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private static LocalFixture pipeline;
    private static InboxRecords inbox;

    @BeforeAll
    static void start() {
        pipeline = LocalFixture.start(folder);
        inbox = new InboxRecords(pipeline.settings());
    }

    @AfterAll
    static void stop() {
        inbox.close();
        pipeline.close();
    }

    @Test
    @Order(1)
    void articlesOfEitherFormAndOfAnyCompatibleSchemaArePublished() throws Exception {
        inbox.send("json", """
                {"source":"echo","id":"json","title":"A bridge is opened","body":"The bridge over the river is open."}""");
        inbox.send("avro", avro("avro", "A tunnel is closed"));
        inbox.send("newer", ofNewerSchema());
        awaitAllArrived();

        Deserializer<RawArticle> values = serdes().of(Topics.RAW).deserializer();
        assertThat(inbox.committed(Topics.RAW.name()))
                .extracting(record ->
                        values.deserialize(record.topic(), record.value()).getTitle())
                .containsExactlyInAnyOrder("A bridge is opened", "A tunnel is closed", "A ferry is late");
        assertThat(timesByPlace(Topics.RAW.name()))
                .as("times of receipt are the broker's, not the scraper's")
                .isEqualTo(timesByPlace(Topics.INBOX.name()));
        await().atMost(PATIENCE).until(() -> pipeline.audit().total(Fate.PUBLISHED) == 3);
    }

    @Test
    @Order(2)
    void poisonOfEveryKindIsADeadLetterAsItCameAndHoldsNothingUp() throws Exception {
        Map<String, byte[]> poison = poison();
        poison.forEach(inbox::send);
        inbox.send("tombstone", (byte[]) null);
        inbox.send("json", "{\"source\":\"echo\",\"id\":\"later\",\"title\":\"Still here\",\"body\":\"Yes.\"}");
        awaitAllArrived();

        List<ConsumerRecord<String, byte[]>> letters = inbox.committed(Topics.INGEST_DLQ.name());
        assertThat(letters).hasSize(poison.size() + 1);
        for (ConsumerRecord<String, byte[]> letter : letters) {
            assertThat(letter.value()).as(letter.key()).isEqualTo(poison.get(letter.key()));
            assertThat(InboxRecords.text(letter, "scraper")).isEqualTo("north");
            assertThat(InboxRecords.text(letter, "__streams.errors.topic")).isEqualTo(Topics.INBOX.name());
            assertThat(InboxRecords.text(letter, "__streams.errors.message")).isNotEmpty();
        }
        await().atMost(PATIENCE).until(() -> pipeline.audit().reconciles());
        assertThat(pipeline.audit().total(Fate.QUARANTINED)).isEqualTo(poison.size() + 1);
        assertThat(pipeline.audit().total(Fate.PUBLISHED)).isEqualTo(4);
    }

    @Test
    @Order(3)
    void articleSentAgainIsUnchanged() throws Exception {
        inbox.send("avro", avro("avro", "A tunnel is closed"));
        awaitAllArrived();

        await().atMost(PATIENCE).until(() -> pipeline.audit().total(Fate.UNCHANGED) == 1);
        assertThat(pipeline.audit().total(Fate.PUBLISHED)).isEqualTo(4);
    }

    private static Map<String, Long> timesByPlace(String topic) {
        Map<String, Long> times = new LinkedHashMap<>();
        inbox.committed(topic).forEach(record -> {
            String named = InboxRecords.text(record, "newswire-inbox");
            times.put(named.isEmpty() ? record.partition() + "/" + record.offset() : named, record.timestamp());
        });
        return times;
    }

    private static void awaitAllArrived() throws Exception {
        List<String> sent = inbox.places();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(inbox.arrived()).containsExactlyInAnyOrderElementsOf(sent));
    }

    private static Map<String, byte[]> poison() {
        byte[] good = avro("poison", "Never read");
        byte[] unknownSchema = good.clone();
        unknownSchema[1] = 0x7F;
        byte[] noise = new byte[2_000];
        new Random(7).nextBytes(noise);
        byte[] noiseLikeAvro = noise.clone();
        System.arraycopy(good, 0, noiseLikeAvro, 0, 5);
        Map<String, byte[]> poison = new LinkedHashMap<>();
        poison.put("cut short", Arrays.copyOf(good, good.length - 7));
        poison.put("unknown schema", unknownSchema);
        poison.put("schema of another topic", ofAnotherTopic());
        poison.put("noise", noise);
        poison.put("noise behind a schema", noiseLikeAvro);
        poison.put("empty", new byte[0]);
        poison.put("one zero byte", new byte[1]);
        poison.put("array", text("[{\"source\":\"echo\",\"title\":\"x\"}]"));
        poison.put("wrong shape", text("{\"source\":[\"echo\"],\"title\":\"x\"}"));
        poison.put("no title", text("{\"source\":\"echo\",\"body\":\"x\"}"));
        poison.put("not utf-8", new byte[] {'{', '"', (byte) 0xC3, '"', '}'});
        poison.put("title too long", text("{\"source\":\"echo\",\"title\":\"" + "x".repeat(5_000) + "\"}"));
        poison.put("seven megabytes", text("\"" + "x".repeat(7_000_000) + "\""));
        return poison;
    }

    private static byte[] ofAnotherTopic() {
        Serializer<RawArticle> serializer = serdes().of(Topics.RAW).serializer();
        return serializer.serialize(
                Topics.RAW.name(),
                RawArticle.newBuilder()
                        .setArticleId("5TF0BBZ3R1SZN42GA0VSETW8H3")
                        .setSource("echo")
                        .setRevision(1)
                        .setReceivedAt(LocalFixture.FETCHED_AT)
                        .build());
    }

    private static byte[] avro(String id, String title) {
        ScrapedArticle article = ScrapedArticle.newBuilder()
                .setSource("echo")
                .setExternalId(id)
                .setTitle(title)
                .setBody("Nothing more is known.")
                .build();
        return serdes().of(Topics.INBOX).serializer().serialize(Topics.INBOX.name(), article);
    }

    /** As a scraper writes it that is ahead of us: with a field that we do not know. */
    private static byte[] ofNewerSchema() throws IOException {
        String today = ScrapedArticle.getClassSchema().toString();
        Schema schema = new Schema.Parser()
                .parse(today.replaceFirst(
                        "\"fields\":\\[", "\"fields\":[{\"name\":\"mood\",\"type\":\"string\",\"default\":\"calm\"},"));
        long id = RegistryClient.from(pipeline.settings().kafka()).register(Topics.INBOX.subject(), schema.toString());
        GenericRecord article = new GenericRecordBuilder(schema)
                .set("source", "echo")
                .set("externalId", "newer")
                .set("title", "A ferry is late")
                .set("body", "It waits for the tide.")
                .build();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(ByteBuffer.allocate(5).put((byte) 0).putInt((int) id).array());
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(schema).write(article, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    private static AvroTopicSerdes serdes() {
        return AvroTopicSerdes.from(pipeline.settings().kafka());
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
