package dev.newswire.integration.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newswire.cli.audit.TopicReader;
import dev.newswire.platform.registry.RegistryClient;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.Fate;
import dev.newswire.schema.RawArticle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Poison, why it is poison, what mends it, and its way back, on a real broker. */
@ExtendWith(SharedPipeline.class)
class DeadLetterIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SINGLE_OBJECT_HEADER = 10;
    private static final String DUMMY = "{\"type\":\"record\",\"name\":\"Dummy%d\",\"fields\":[]}";

    private final LocalFixture pipeline;
    private final Cli cli;

    DeadLetterIT(LocalFixture pipeline) {
        this.pipeline = pipeline;
        this.cli = Cli.of(pipeline.settings());
    }

    @Test
    void anArticleThatIngestRefusedIsMendedAndPublishedAndNotSentTwice(@TempDir Path folder) throws Exception {
        post("{\"source\":\"dlq-http\",\"id\":\"1\",\"body\":\"It has no title.\"}");
        JsonNode letter = letter("--source", "dlq-http");
        assertThat(letter.path("from").asText()).isEqualTo("api");
        Path value = folder.resolve("letter.json");
        String place = letter.path("letter").asText();
        assertThat(cli.run("dlq", "show", place, "--value", value.toString()).code())
                .isZero();
        Files.writeString(value, Files.readString(value).replace("{", "{\"title\":\"It has one now\","));

        Cli.Result sent = redrive(place, "--value", value.toString());
        assertThat(sent.out()).contains("1 sent again");
        await().atMost(PATIENCE).until(() -> published("dlq-http") == 1);

        assertThat(redrive(place, "--value", value.toString()).out()).contains("1 sent or parked before");
        assertReconciled();
    }

    @Test
    void aRefusedArticleThatIsNotMendedIsRefusedAgainUntilItHasHadItsChances() throws Exception {
        post("{\"source\":\"dlq-stubborn\",\"id\":\"1\",\"body\":\"It has no title.\"}");
        for (int attempt = 1; attempt <= 3; attempt++) {
            letter("--source", "dlq-stubborn");
            Cli.Result again = redrive("--source", "dlq-stubborn");
            assertThat(again.code()).isEqualTo(1);
            assertThat(again.out()).contains("1 refused again");
        }
        assertThat(letter("--source", "dlq-stubborn").path("attempts").asInt()).isEqualTo(3);
        assertThat(redrive("--source", "dlq-stubborn").out()).contains("1 sent again as often as it may");
        assertReconciled();
    }

    @Test
    void aRecordOfTheInboxGoesBackThereMended(@TempDir Path folder) throws Exception {
        String reason = "inbox-" + System.nanoTime();
        produce(Topics.INBOX.name(), "k1", ("{\"source\":\"dlq-inbox\",\"" + reason).getBytes(StandardCharsets.UTF_8));
        JsonNode letter = await().atMost(PATIENCE)
                .until(() -> first("--topic", Topics.INBOX.name()), found -> !found.isMissingNode());
        assertThat(letter.path("from").asText()).startsWith(Topics.INBOX.name() + "/");
        Path mended = Files.writeString(
                folder.resolve("mended.json"),
                "{\"source\":\"dlq-inbox\",\"title\":\"Whole\",\"body\":\"And sound.\"}");
        redrive(letter.path("letter").asText(), "--value", mended.toString());

        await().atMost(PATIENCE).until(() -> published("dlq-inbox") == 1);
        assertReconciled();
    }

    @Test
    void aRecordWhoseSchemaWasNotThereYetIsPublishedOnceItIs() throws Exception {
        RegistryClient registry = RegistryClient.from(pipeline.settings().kafka());
        long next = registry.register("dlq-it-dummy-value", DUMMY.replace("%d", Long.toString(System.nanoTime()))) + 1;
        Schema newer = newerSchema();
        RawArticle article = article("dlq-schema");
        byte[] poison = encoded(article, next);
        produce(Topics.RAW.name(), article.getArticleId(), poison);
        JsonNode letter = letter("--topic", Topics.RAW.name(), "--source", "dlq-schema");
        assertThat(cli.run("dlq", "show", letter.path("letter").asText()).out())
                .contains("looks like Avro of schema " + next);

        assertThat(registry.register(Topics.RAW.subject(), newer.toString())).isEqualTo(next);
        Cli.Result plan = redrive("--service", "enrich", "--source", "dlq-schema", "--dry-run");
        assertThat(plan.out()).contains("1 would be sent again");
        assertThat(published("dlq-schema")).isZero();
        assertThat(redrive("--service", "enrich", "--source", "dlq-schema").code())
                .isZero();

        await().atMost(PATIENCE).until(() -> published("dlq-schema") == 1);
        List<ConsumerRecord<String, byte[]>> both = records(Topics.RAW.name(), article.getArticleId());
        assertThat(both).hasSize(2).allSatisfy(record -> {
            assertThat(record.value()).isEqualTo(poison);
            assertThat(header(record, "scraper")).isEqualTo("north");
            assertThat(record.timestamp()).isEqualTo(both.get(0).timestamp());
            assertThat(record.partition()).isEqualTo(both.get(0).partition());
        });
        assertThat(header(both.get(1), "newswire-redrive-attempts")).isEqualTo("1");
        assertThat(both.get(1).headers().lastHeader("__streams.errors.message")).isNull();
        assertReconciled();
    }

    @Test
    void poisonThatStaysPoisonIsLeftAloneAfterThreeAttempts() throws Exception {
        produce(Topics.RAW.name(), "dlq-poison", new byte[] {1, 2, 3});
        for (int attempt = 0; attempt < 3; attempt++) {
            int expected = attempt;
            await().atMost(PATIENCE)
                    .until(() -> first("--topic", Topics.RAW.name(), "--source", "north-poison")
                                    .path("attempts")
                                    .asInt(-1)
                            == expected);
            redrive("--topic", Topics.RAW.name(), "--source", "north-poison");
        }
        await().atMost(PATIENCE)
                .until(() -> first("--source", "north-poison").path("attempts").asInt() == 3);
        Cli.Result capped = redrive("--source", "north-poison");
        assertThat(capped.code()).isEqualTo(1);
        assertThat(capped.out()).contains("1 sent again as often as it may");
        assertReconciled();
    }

    @Test
    void whatHasBeenOvertakenIsNotPutInThePlaceOfWhatIsNewer() throws Exception {
        String key = "DLQ" + System.nanoTime();
        produce(Topics.ENRICHED.name(), key, new byte[] {9, 9});
        JsonNode letter =
                await().atMost(PATIENCE).until(() -> first("--service", "publish"), found -> !found.isMissingNode());
        produce(Topics.ENRICHED.name(), key, null);

        assertThat(redrive(letter.path("letter").asText()).out()).contains("1 superseded by something newer");
        assertThat(records(Topics.ENRICHED.name(), key)).hasSize(2);
        assertThat(first("--service", "publish").isMissingNode()).isTrue();
    }

    @Test
    void aParkedLetterIsOutOfTheWayAndComesBack() throws Exception {
        post("{\"source\":\"dlq-parked\",\"id\":\"1\",\"body\":\"It has no title.\"}");
        String place = letter("--source", "dlq-parked").path("letter").asText();
        assertThat(cli.run("dlq", "park", place, "--note", "until they mend it").out())
                .contains("1 parked");

        assertThat(first("--source", "dlq-parked").isMissingNode()).isTrue();
        assertThat(redrive("--source", "dlq-parked").out()).contains("1 sent or parked before");
        assertThat(cli.run("dlq", "list", "--parked", "--source", "dlq-parked").out())
                .contains("until they mend it")
                .contains("1 in all");
        assertThat(records(Topics.DLQ_PARKED.name(), null))
                .anySatisfy(record ->
                        assertThat(header(record, "newswire-parked-from")).isEqualTo(place));

        assertThat(cli.run("dlq", "park", "--undo", place).code()).isZero();
        assertThat(first("--source", "dlq-parked").path("letter").asText()).isEqualTo(place);
        assertThat(first("--parked", "--source", "dlq-parked").isMissingNode()).isTrue();
        assertReconciled();
    }

    private Cli.Result redrive(String... arguments) {
        List<String> all = new ArrayList<>(List.of("dlq", "redrive", "--ingest-url", pipeline.ingestUrl()));
        all.addAll(List.of(arguments));
        return cli.run(all.toArray(String[]::new));
    }

    private JsonNode letter(String... filter) {
        return await().atMost(PATIENCE).until(() -> first(filter), found -> !found.isMissingNode());
    }

    /** The newest open letter. */
    private JsonNode first(String... filter) {
        List<String> all = new ArrayList<>(List.of("dlq", "list", "--json", "--limit", "1"));
        all.addAll(List.of(filter));
        return cli.run(all.toArray(String[]::new)).json().path("letters").path(0);
    }

    private long published(String source) {
        return pipeline.audit().fates().getOrDefault(source, java.util.Map.of()).getOrDefault(Fate.PUBLISHED, 0L);
    }

    private void assertReconciled() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(pipeline.audit().missing()).isEmpty());
    }

    private void post(String article) throws IOException, InterruptedException {
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(pipeline.ingestUrl() + "/v1/articles"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(article))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
    }

    private void produce(String topic, String key, byte @org.jspecify.annotations.Nullable [] value) throws Exception {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(pipeline.settings().kafka(), new StringSerializer(), new ByteArraySerializer())) {
            ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, value);
            String source = key.equals("dlq-poison") ? "north-poison" : "dlq-schema";
            record.headers().add("scraper", "north".getBytes(StandardCharsets.UTF_8));
            record.headers().add("ce_source", ("/ingest/" + source).getBytes(StandardCharsets.UTF_8));
            producer.send(record).get();
        }
    }

    private List<ConsumerRecord<String, byte[]>> records(String topic, @org.jspecify.annotations.Nullable String key) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (TopicReader reader = new TopicReader(pipeline.settings().kafka(), List.of(topic))) {
            reader.readToEnd(record -> {
                if (key == null || key.equals(record.key())) {
                    found.add(record);
                }
            });
        }
        return found;
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return StreamSupport.stream(record.headers().headers(name).spliterator(), false)
                .map(header -> new String(header.value(), StandardCharsets.UTF_8))
                .reduce("", (before, last) -> last);
    }

    /** The schema of raw events as a later release may have it: with one more field. */
    private static Schema newerSchema() throws IOException {
        ObjectNode schema = (ObjectNode) new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(RawArticle.getClassSchema().toString());
        schema.withArray("fields")
                .addObject()
                .put("name", "desk" + System.nanoTime())
                .put("type", "string")
                .put("default", "");
        return new Schema.Parser().parse(schema.toString());
    }

    private static RawArticle article(String source) {
        return RawArticle.newBuilder()
                .setArticleId("0123456789ABCDEFGHJKMNPQRS")
                .setRevision(1)
                .setSource(source)
                .setTitle("Known at last")
                .setBody("A newer producer was quicker than its schema.")
                .setReceivedAt(Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS))
                .build();
    }

    /** As the newer schema writes it: its one more field is the last. */
    private static byte[] encoded(RawArticle article, long id) throws IOException {
        byte[] desk = "foreign".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(ByteBuffer.allocate(5).put((byte) 0).putInt((int) id).array());
        out.write(
                article.toByteBuffer().array(),
                SINGLE_OBJECT_HEADER,
                article.toByteBuffer().limit() - SINGLE_OBJECT_HEADER);
        out.write(desk.length * 2);
        out.write(desk);
        return out.toByteArray();
    }
}
