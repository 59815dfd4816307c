package dev.newswire.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newswire.cli.audit.TopicReader;
import dev.newswire.integration.stack.Episode;
import dev.newswire.integration.stack.Node;
import dev.newswire.integration.stack.Stack;
import dev.newswire.integration.stack.StackExtension;
import dev.newswire.platform.serde.AvroTopicSerdes;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.RawArticle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Scrapers whose clocks are years ahead or behind; time here is the time of receipt, so nothing moves by theirs. */
@Tag("thorough")
@ExtendWith(StackExtension.class)
class ClockSkewIT {
    private static final String SOURCE = "wrong-clock";
    private static final List<Instant> CLOCKS = List.of(
            Instant.parse("1971-01-01T00:00:00Z"),
            Instant.parse("2035-06-01T00:00:00Z"),
            Instant.parse("2199-01-01T00:00:00Z"));
    private final Stack stack;

    ClockSkewIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void scrapersWithWrongClocksMoveNeitherTimeNorTheNewsOfOthers() throws Exception {
        try (Episode episode = Episode.begin(stack, "clocks of scrapers wrong by years", "right-clock")) {
            episode.broken();
            Instant begun = Instant.now();
            sendWithWrongClocks();
            await("articles of wrong clocks arrive")
                    .atMost(Node.PATIENCE)
                    .until(() -> events().size() == CLOCKS.size());
            assertThat(events()).allSatisfy((record, article) -> {
                Instant received = Instant.ofEpochMilli(record.timestamp());
                assertThat(received)
                        .isBetween(begun.minusSeconds(60), Instant.now().plusSeconds(60));
                assertThat(article.getReceivedAt())
                        .isBetween(begun.minusSeconds(60), Instant.now().plusSeconds(60));
                assertThat(article.getPublishedAt())
                        .as("is no time of publication")
                        .isNull();
                assertThat(article.getPublishedAtRaw()).isNotBlank();
            });
            // Windows that had moved by years would drop what comes now.
            episode.awaitFlow();
            episode.whole();
            episode.end();
        }
    }

    private void sendWithWrongClocks() throws Exception {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(stack.kafka(), new StringSerializer(), new ByteArraySerializer())) {
            for (Instant clock : CLOCKS) {
                String article = new ObjectMapper()
                        .writeValueAsString(Map.of(
                                "source",
                                SOURCE,
                                "id",
                                clock.toString(),
                                "title",
                                "Written at " + clock,
                                "body",
                                "A clock that is wrong by years wrote this.",
                                "publishedAt",
                                clock.toString(),
                                "fetchedAt",
                                clock.plus(Duration.ofMinutes(1)).toString()));
                producer.send(new ProducerRecord<>(
                                Topics.INBOX.name(),
                                null,
                                clock.toEpochMilli(),
                                "any",
                                article.getBytes(StandardCharsets.UTF_8)))
                        .get();
            }
        }
    }

    private Map<ConsumerRecord<String, byte[]>, RawArticle> events() {
        Map<ConsumerRecord<String, byte[]>, RawArticle> found = new HashMap<>();
        try (TopicReader reader = new TopicReader(stack.kafka(), List.of(Topics.RAW.name()));
                Deserializer<RawArticle> articles =
                        AvroTopicSerdes.from(stack.kafka()).of(Topics.RAW).deserializer()) {
            reader.readToEnd(record -> {
                RawArticle article = articles.deserialize(record.topic(), record.value());
                if (article.getSource().equals(SOURCE)) {
                    found.put(record, article);
                }
            });
        }
        return found;
    }
}
