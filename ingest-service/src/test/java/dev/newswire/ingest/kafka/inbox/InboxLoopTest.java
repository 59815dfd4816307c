package dev.newswire.ingest.kafka.inbox;

import static dev.newswire.ingest.kafka.inbox.RunningInbox.APPENDED;
import static dev.newswire.ingest.kafka.inbox.RunningInbox.FIRST;
import static dev.newswire.ingest.kafka.inbox.RunningInbox.NOW;
import static dev.newswire.ingest.kafka.inbox.RunningInbox.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.newswire.platform.registry.RegistryClient;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.ArticleFate;
import dev.newswire.schema.Fate;
import dev.newswire.schema.RawArticle;
import dev.newswire.schema.ScrapedArticle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboxLoopTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final String ARTICLE =
            "{\"source\":\"echo\",\"id\":\"a1\",\"title\":\"Bridge opens\",\"body\":\"The bridge is open.\"}";

    private final RunningInbox inbox = new RunningInbox();

    @AfterEach
    void stop() {
        inbox.close();
    }

    @Test
    void jsonArticleBecomesAnEventInTheTransactionThatMovesTheGroupOn() {
        inbox.add(FIRST, 0, ARTICLE);
        inbox.loop.round();

        RawArticle event = event(inbox.written(Topics.RAW.name()).get(0));
        assertThat(event.getTitle()).isEqualTo("Bridge opens");
        assertThat(event.getReceivedAt()).isEqualTo(APPENDED);
        assertThat(inbox.producer().transactionCommitted()).isTrue();
        assertThat(committed(FIRST)).isEqualTo(1);
        assertThat(inbox.counted("received")).isEqualTo(1);
        assertThat(inbox.counted("accepted")).isEqualTo(1);
    }

    @Test
    void avroArticleIsReadByTheSameRules() {
        inbox.add(FIRST, 0, avro("Bridge opens"));
        inbox.loop.round();

        RawArticle event = event(inbox.written(Topics.RAW.name()).get(0));
        assertThat(event.getTitle()).isEqualTo("Bridge opens");
        assertThat(event.getSource()).isEqualTo("the-echo");
        assertThat(event.getWarnings()).isNotEmpty();
    }

    @Test
    void newerAndOlderSchemasAreRead() throws IOException {
        inbox.add(FIRST, 0, avroOf(changed("{\"name\":\"mood\",\"type\":\"string\",\"default\":\"calm\"},")));
        inbox.add(FIRST, 1, avroOf(new Schema.Parser().parse("""
                {"type":"record","name":"ScrapedArticle","namespace":"dev.newswire.schema","fields":[
                 {"name":"source","type":"string"},{"name":"title","type":["null","string"],"default":null}]}""")));
        inbox.loop.round();

        assertThat(inbox.written(Topics.RAW.name()))
                .hasSize(2)
                .allSatisfy(record -> assertThat(event(record).getTitle()).isEqualTo("From another version"));
    }

    @Test
    void headersOfTheSenderTravel() {
        Map<String, String> headers = Map.of("traceparent", TRACE, "ce_id", "scraper-7");
        inbox.add(FIRST, 0, APPENDED, TimestampType.LOG_APPEND_TIME, ARTICLE.getBytes(StandardCharsets.UTF_8), headers);
        inbox.loop.round();

        ProducerRecord<byte[], byte[]> event = inbox.written(Topics.RAW.name()).get(0);
        assertThat(header(event, "traceparent")).isEqualTo(TRACE);
        assertThat(header(event, "ce_id")).isEqualTo("scraper-7");
        assertThat(header(event, "newswire-inbox")).isEqualTo("0/0");
    }

    @Test
    void clockOfAScraperMovesNoRecordTime() {
        byte[] value = ARTICLE.getBytes(StandardCharsets.UTF_8);
        inbox.add(FIRST, 0, NOW.minus(Duration.ofDays(9_000)), TimestampType.CREATE_TIME, value, Map.of());
        inbox.add(FIRST, 1, NOW.plus(Duration.ofDays(400)), TimestampType.CREATE_TIME, value, Map.of());
        inbox.loop.round();

        assertThat(inbox.written(Topics.RAW.name()))
                .hasSize(2)
                .allSatisfy(
                        event -> assertThat(event.timestamp()).isBetween(NOW.toEpochMilli(), NOW.toEpochMilli() + 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"source\":\"echo\",\"title\":\"x\"}]",
                "{\"source\":\"echo\"}",
                "{\"source\":\"echo\",\"title\":",
                "{\"source\":\"echo\",\"title\":{\"a\":1}}",
                "<html><body>no</body></html>",
                "\"just words\"",
                " "
            })
    void jsonThatIsNoArticleIsQuarantined(String value) {
        inbox.add(FIRST, 4, value);
        inbox.loop.round();

        assertQuarantined(4, value.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void avroThatIsNoArticleIsQuarantined() {
        byte[] good = avro("Bridge opens");
        byte[] cutShort = Arrays.copyOf(good, good.length / 2);
        byte[] unknownSchema = good.clone();
        unknownSchema[1] = 0x11;
        byte[] otherSchema = inbox.registry
                .serdes()
                .of(Topics.RAW)
                .serializer()
                .serialize(
                        Topics.RAW.name(),
                        RawArticle.newBuilder()
                                .setArticleId("5TF0BBZ3R1SZN42GA0VSETW8H3")
                                .setSource("echo")
                                .setRevision(1)
                                .setReceivedAt(NOW)
                                .build());
        byte[] hugeCount = ByteBuffer.allocate(12)
                .put(Arrays.copyOf(good, 5))
                .put(new byte[] {2, 0, (byte) 0xFE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F})
                .array();
        int offset = 0;
        for (byte[] poison : List.of(cutShort, unknownSchema, otherSchema, hugeCount, new byte[] {0, 1})) {
            inbox.add(FIRST, offset, poison);
            inbox.loop.round();
            assertQuarantined(offset++, poison);
        }
    }

    @Test
    void tombstoneAndOversizeAreQuarantined() {
        inbox.add(FIRST, 0, (byte[]) null);
        inbox.loop.round();
        assertQuarantined(0, null);

        byte[] tooLarge = new byte[1024 * 1024 + 1];
        Arrays.fill(tooLarge, (byte) ' ');
        inbox.add(FIRST, 1, tooLarge);
        inbox.loop.round();
        assertQuarantined(1, tooLarge);
    }

    @ParameterizedTest
    @ValueSource(ints = {503, 401, 429})
    void registryThatCannotBeAskedHoldsBackOnlyThePartitionThatNeedsItUntilItCan(int status) {
        inbox.add(SECOND, 0, ARTICLE);
        inbox.loop.round();
        byte[] waiting = avro("Bridge opens");
        inbox.gateway.status = status;
        inbox.add(FIRST, 0, waiting);
        inbox.add(SECOND, 1, ARTICLE);
        inbox.loop.round();

        assertThat(inbox.written(Topics.INGEST_DLQ.name())).isEmpty();
        assertThat(inbox.written(Topics.RAW.name())).hasSize(2);
        assertThat(inbox.consumer.paused()).containsExactly(FIRST);
        assertThat(inbox.consumer.position(FIRST)).isZero();
        assertThat(inbox.loop.detail()).contains("registry");

        inbox.gateway.status = 0;
        inbox.add(FIRST, 0, waiting);
        await().until(() -> {
            inbox.loop.round();
            return inbox.consumer.paused().isEmpty();
        });
        assertThat(inbox.written(Topics.RAW.name())).hasSize(3);
        assertThat(committed(FIRST)).isEqualTo(1);
        assertThat(inbox.loop.detail()).isEqualTo("reading");
    }

    @Test
    void failedTransactionCountsForNothingAndIsTriedAgain() {
        inbox.loop.round();
        inbox.producer().commitTransactionException = new TimeoutException("no answer");
        inbox.add(FIRST, 0, ARTICLE);
        inbox.loop.round();

        assertThat(inbox.producer().closed()).isTrue();
        assertThat(inbox.loop.detail()).contains("waiting");
        assertThat(inbox.counted("unacknowledged")).isEqualTo(1);

        inbox.loop.round();
        assertThat(inbox.consumer.position(FIRST)).isZero();
        inbox.add(FIRST, 0, ARTICLE);
        inbox.loop.round();
        assertThat(inbox.written(Topics.RAW.name())).hasSize(1);
        assertThat(committed(FIRST)).isEqualTo(1);
        assertThat(inbox.counted("received"))
                .isEqualTo(inbox.counted("accepted") + inbox.counted("rejected") + inbox.counted("unacknowledged"));
    }

    @Test
    void instanceThatWasFencedComesBackWithANewProducer() {
        inbox.loop.round();
        inbox.producer().fenceProducer();
        inbox.add(FIRST, 0, ARTICLE);
        inbox.loop.round();
        inbox.loop.round();

        assertThat(inbox.producers).hasSize(2);
        assertThat(inbox.producer().transactionInitialized()).isTrue();
    }

    @Test
    void articleThatItsTopicDoesNotTakeGivesWayToTheOthers() {
        inbox.loop.round();
        inbox.producer().sendException = new RecordTooLargeException("too large");
        inbox.add(FIRST, 0, ARTICLE);
        inbox.add(FIRST, 1, "{\"source\":\"echo\",\"title\":\"Another\"}");
        inbox.loop.round();

        assertThat(inbox.written(Topics.RAW.name())).hasSize(2);
        assertThat(committed(FIRST)).isEqualTo(2);
    }

    private void assertQuarantined(long offset, byte @Nullable [] value) {
        assertThat(inbox.written(Topics.RAW.name())).isEmpty();
        List<ProducerRecord<byte[], byte[]>> letters = inbox.written(Topics.INGEST_DLQ.name());
        ProducerRecord<byte[], byte[]> letter = letters.get(letters.size() - 1);
        assertThat(letter.value()).isEqualTo(value);
        assertThat(letter.key()).isEqualTo("key".getBytes(StandardCharsets.UTF_8));
        assertThat(header(letter, "__streams.errors.topic")).isEqualTo("news.article.inbox.v1");
        assertThat(header(letter, "__streams.errors.partition")).isEqualTo("0");
        assertThat(header(letter, "__streams.errors.offset")).isEqualTo(Long.toString(offset));
        assertThat(header(letter, "__streams.errors.exception")).isNotEmpty();
        assertThat(header(letter, "__streams.errors.message")).isNotEmpty();
        List<ProducerRecord<byte[], byte[]>> fates = inbox.written(Topics.FATE.name());
        ArticleFate fate = inbox.registry
                .serdes()
                .of(Topics.FATE)
                .deserializer()
                .deserialize(Topics.FATE.name(), fates.get(fates.size() - 1).value());
        assertThat(fate.getFate()).isEqualTo(Fate.QUARANTINED);
        assertThat(fate.getEventTopic()).isEqualTo("news.ingest.dlq.v1");
        assertThat(committed(FIRST)).isEqualTo(offset + 1);
    }

    private long committed(TopicPartition partition) {
        List<Map<String, Map<TopicPartition, OffsetAndMetadata>>> all =
                inbox.producer().consumerGroupOffsetsHistory();
        OffsetAndMetadata offset =
                all.get(all.size() - 1).values().iterator().next().get(partition);
        return offset == null ? -1 : offset.offset();
    }

    private byte[] avro(String title) {
        ScrapedArticle article = ScrapedArticle.newBuilder()
                .setSource("The Echo")
                .setExternalId("a1")
                .setTitle(title)
                .setBody("The bridge is open.")
                .build();
        return inbox.registry.serdes().of(Topics.INBOX).serializer().serialize(Topics.INBOX.name(), article);
    }

    private static Schema changed(String moreFields) {
        String schema = ScrapedArticle.getClassSchema().toString();
        return new Schema.Parser().parse(schema.replaceFirst("\"fields\":\\[", "\"fields\":[" + moreFields));
    }

    private byte[] avroOf(Schema schema) throws IOException {
        RegistryClient client = RegistryClient.from(inbox.registry.kafka());
        long id = client.register(Topics.INBOX.subject(), schema.toString());
        GenericRecord article = new GenericRecordBuilder(schema)
                .set("source", "echo")
                .set("title", "From another version")
                .build();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(ByteBuffer.allocate(5).put((byte) 0).putInt((int) id).array());
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(schema, GenericData.get()).write(article, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    private RawArticle event(ProducerRecord<byte[], byte[]> record) {
        return inbox.registry.serdes().of(Topics.RAW).deserializer().deserialize(record.topic(), record.value());
    }

    private static String header(ProducerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
