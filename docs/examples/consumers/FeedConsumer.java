import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newswire.platform.serde.AvroTopicSerdes;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.FeedEntry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Keeps a copy of feeds in step with Newswire and prints each change as a line of JSON.
 *
 * <p>Usage: {@code java -cp 'cli/target/newswire-cli.jar:cli/target/lib/*' docs/examples/consumers/FeedConsumer.java [FEED ...]};
 * no feed means every feed. Environment: KAFKA_BOOTSTRAP_SERVERS, KAFKA_SCHEMA_REGISTRY_URL.
 */
public final class FeedConsumer {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static void main(String[] feeds) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", setting("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092"),
                "schema.registry.url",
                        setting("KAFKA_SCHEMA_REGISTRY_URL", "http://127.0.0.1:8081/apis/ccompat/v7"),
                "group.id", "java-example-" + UUID.randomUUID(),
                "auto.offset.reset", "earliest",
                "enable.auto.commit", false,
                "isolation.level", "read_committed");
        Set<String> wanted = Set.of(feeds);
        Map<String, FeedEntry> entries = new HashMap<>();
        // Confluent's KafkaAvroDeserializer with specific.avro.reader=true does as well.
        Deserializer<FeedEntry> values =
                AvroTopicSerdes.from(settings).of(Topics.FEED_ENTRY).deserializer();
        try (KafkaConsumer<String, FeedEntry> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), values)) {
            consumer.subscribe(List.of(Topics.FEED_ENTRY.name()));
            while (true) {
                for (ConsumerRecord<String, FeedEntry> record : consumer.poll(Duration.ofSeconds(1))) {
                    String feed = record.key().substring(0, record.key().lastIndexOf('|'));
                    if (wanted.isEmpty() || wanted.contains(feed)) {
                        take(feed, record, entries);
                    }
                }
            }
        }
    }

    private static void take(String feed, ConsumerRecord<String, FeedEntry> record, Map<String, FeedEntry> entries) {
        ObjectNode line = JSON.createObjectNode();
        line.put("feed", feed).put("article", record.key().substring(feed.length() + 1));
        FeedEntry entry = record.value();
        if (entry == null) {
            entries.remove(record.key());
            line.put("event", "remove");
        } else {
            entries.put(record.key(), entry);
            line.put("event", "upsert").put("title", entry.getTitle()).put("story", entry.getStoryId());
        }
        System.out.println(line);
    }

    private static String setting(String name, String otherwise) {
        return System.getenv().getOrDefault(name, otherwise);
    }
}
