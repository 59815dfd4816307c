package dev.newswire.integration.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.newswire.cli.audit.TopicReader;
import dev.newswire.integration.stack.Episode;
import dev.newswire.integration.stack.Node;
import dev.newswire.integration.stack.Poison;
import dev.newswire.integration.stack.Stack;
import dev.newswire.integration.stack.StackExtension;
import dev.newswire.platform.deadletter.DeadLetterHeaders;
import dev.newswire.platform.topic.Topic;
import dev.newswire.platform.topic.Topics;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs last: it leaves topics behind that other readers would choke on. */
@Order(Integer.MAX_VALUE)
@ExtendWith(StackExtension.class)
class PoisonIT {
    private static final int NO_SUCH_SCHEMA = 999_999;
    private static final List<Topic<?>> READ_BY_SERVICES = List.of(
            Topics.INBOX,
            Topics.RAW,
            Topics.BACKFILL,
            Topics.ENRICHED,
            Topics.RELATED,
            Topics.ENTITY_DEFINITION,
            Topics.REENRICH,
            Topics.FEED_DEFINITION,
            Topics.FATE,
            Topics.SOURCE_STATE);
    private final Stack stack;

    PoisonIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void poisonInEveryTopicThatIsReadBlocksNobodyAndIsSetAsideWithItsFate() {
        try (Episode episode = Episode.begin(stack, "poison in every topic that is read", "poison")) {
            episode.broken();
            poisonAll();
            episode.awaitFlow();
            awaitLetters(Topics.INGEST_DLQ, Set.of(Topics.INBOX));
            awaitLetters(Topics.ENRICH_DLQ, Set.of(Topics.RAW, Topics.BACKFILL, Topics.REENRICH));
            awaitLetters(Topics.PUBLISH_DLQ, Set.of(Topics.ENRICHED, Topics.RELATED));
            episode.whole();
            assertThat(stack.services().all()).allMatch(Node::isReady);
            episode.end();
        }
    }

    /** Two pieces for every topic: bytes that mean nothing, and a record of a schema that nobody knows. */
    private void poisonAll() {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(stack.kafka(), new StringSerializer(), new ByteArraySerializer())) {
            for (Topic<?> topic : READ_BY_SERVICES) {
                producer.send(new ProducerRecord<>(topic.name(), Poison.key("bytes"), Poison.bytes(topic.name())));
                byte[] unknown = ByteBuffer.allocate(9)
                        .put((byte) 0)
                        .putInt(NO_SUCH_SCHEMA)
                        .putInt(7)
                        .array();
                producer.send(new ProducerRecord<>(topic.name(), Poison.key("schema"), unknown));
            }
            producer.flush();
        }
    }

    private void awaitLetters(Topic<?> deadLetters, Set<Topic<?>> from) {
        Set<String> expected = new TreeSet<>();
        for (Topic<?> topic : from) {
            expected.add(topic.name() + " " + Poison.key("bytes"));
            expected.add(topic.name() + " " + Poison.key("schema"));
        }
        await("dead letters in " + deadLetters.name())
                .atMost(Node.PATIENCE)
                .untilAsserted(() -> assertThat(letters(deadLetters)).containsAll(expected));
    }

    /** Where each letter came from, and its key. */
    private Set<String> letters(Topic<?> deadLetters) {
        Set<String> found = new TreeSet<>();
        try (TopicReader reader = new TopicReader(stack.kafka(), List.of(deadLetters.name()))) {
            reader.readToEnd(letter -> {
                Header topic = letter.headers().lastHeader(DeadLetterHeaders.TOPIC);
                // What ingest refused over HTTP came from no topic.
                if (topic != null) {
                    found.add(new String(topic.value(), UTF_8) + " " + letter.key());
                }
            });
        }
        return found;
    }
}
