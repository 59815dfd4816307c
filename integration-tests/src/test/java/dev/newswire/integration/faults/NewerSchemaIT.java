package dev.newswire.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.newswire.cli.audit.TopicReader;
import dev.newswire.integration.stack.Episode;
import dev.newswire.integration.stack.Load;
import dev.newswire.integration.stack.Node;
import dev.newswire.integration.stack.Stack;
import dev.newswire.integration.stack.StackExtension;
import dev.newswire.platform.registry.RegistryClient;
import dev.newswire.platform.serde.AvroTopicSerdes;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.RawArticle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A producer of a later release writes events with a field that the running services have never heard of. */
@ExtendWith(StackExtension.class)
class NewerSchemaIT {
    private static final int HEADER = 5;
    private static final String TITLE = "Written by a later release";
    private final Stack stack;

    NewerSchemaIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void eventsOfALaterReleaseAreReadByTheServicesOfThisOne() {
        Load.Sent before = Load.some(stack, "before-newer-schema");
        try (Episode episode = Episode.begin(stack, "newer schema, older services", "newer-schema")) {
            episode.broken();
            List<ConsumerRecord<String, byte[]>> events =
                    events(before.revisions().keySet());
            Schema newer = withOneFieldMore(RawArticle.getClassSchema());
            long id = RegistryClient.from(stack.kafka()).register(Topics.RAW.subject(), newer.toString());
            List<String> corrected = send(events, newer, (int) id);
            await("corrections of the later release come out")
                    .atMost(Node.PATIENCE)
                    .untilAsserted(() -> assertThat(titled()).containsAll(corrected));
            episode.whole();
            episode.end();
        }
    }

    /** The same articles in a later revision, as bytes of the newer schema. */
    private List<String> send(List<ConsumerRecord<String, byte[]>> events, Schema newer, int id) {
        List<String> sent = new ArrayList<>();
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(stack.kafka(), new StringSerializer(), new ByteArraySerializer())) {
            for (ConsumerRecord<String, byte[]> event : events) {
                GenericRecord article = read(event.value(), newer);
                article.put("revision", System.currentTimeMillis());
                article.put("title", TITLE);
                article.put("contentHash", "later-" + event.key());
                producer.send(
                        new ProducerRecord<>(event.topic(), null, event.key(), write(article, id), event.headers()));
                sent.add(event.key());
            }
            producer.flush();
        }
        return sent;
    }

    private List<String> titled() {
        Map<String, String> titles = new HashMap<>();
        try (TopicReader reader = new TopicReader(stack.kafka(), List.of(Topics.ENRICHED.name()));
                Deserializer<EnrichedArticle> articles =
                        AvroTopicSerdes.from(stack.kafka()).of(Topics.ENRICHED).deserializer()) {
            reader.readToEnd(record -> {
                if (record.value() != null) {
                    titles.put(
                            record.key(),
                            articles.deserialize(record.topic(), record.value()).getTitle());
                }
            });
        }
        return titles.entrySet().stream()
                .filter(entry -> entry.getValue().equals(TITLE))
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<ConsumerRecord<String, byte[]>> events(Set<String> articleIds) {
        Map<String, ConsumerRecord<String, byte[]>> records = new HashMap<>();
        try (TopicReader reader = new TopicReader(stack.kafka(), List.of(Topics.RAW.name()))) {
            reader.readToEnd(record -> {
                if (articleIds.contains(record.key())) {
                    records.put(record.key(), record);
                }
            });
        }
        assertThat(records).hasSameSizeAs(articleIds);
        return List.copyOf(records.values());
    }

    private static Schema withOneFieldMore(Schema current) {
        List<Schema.Field> fields = new ArrayList<>();
        current.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        fields.add(new Schema.Field("addedLater", Schema.create(Schema.Type.STRING), null, "nothing"));
        return Schema.createRecord(current.getName(), current.getDoc(), current.getNamespace(), false, fields);
    }

    private static GenericRecord read(byte[] value, Schema newer) {
        try {
            return new GenericDatumReader<GenericRecord>(RawArticle.getClassSchema(), newer, GenericData.get())
                    .read(null, DecoderFactory.get().binaryDecoder(value, HEADER, value.length - HEADER, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] write(GenericRecord article, int id) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        try {
            bytes.write(0);
            bytes.write(ByteBuffer.allocate(4).putInt(id).array());
            new GenericDatumWriter<GenericRecord>(article.getSchema()).write(article, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
