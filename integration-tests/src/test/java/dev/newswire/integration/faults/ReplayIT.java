package dev.newswire.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.newswire.cli.audit.Auditor;
import dev.newswire.cli.audit.TopicReader;
import dev.newswire.integration.stack.Episode;
import dev.newswire.integration.stack.Node;
import dev.newswire.integration.stack.Reliability;
import dev.newswire.integration.stack.Stack;
import dev.newswire.integration.stack.StackExtension;
import dev.newswire.platform.serde.AvroTopicSerdes;
import dev.newswire.platform.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("thorough")
@ExtendWith(StackExtension.class)
class ReplayIT {
    private static final Duration GRACE = Duration.ofSeconds(60);
    private static final int STILL = 4;
    private final Stack stack;

    ReplayIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void aGroupThatIsResetReadsEverythingAgainAndWritesNothingNew() throws Exception {
        try (Episode episode = Episode.begin(stack, "articles before a reset", "replayed")) {
            episode.end();
        }
        try (Auditor auditor = new Auditor(stack.kafka(), AvroTopicSerdes.from(stack.kafka()))) {
            long repeated = auditor.balance().repeated();
            long events = raw();
            Map<String, Long> before = settledOutput();
            long begun = System.nanoTime();
            resetEnrich();
            await("every event has its fate again")
                    .atMost(Node.PATIENCE)
                    .until(() -> auditor.balance().repeated() >= repeated + events);
            Reliability.note(
                    "consumer group reset",
                    "events=" + events + "\tread again within " + (System.nanoTime() - begun) / 1_000_000_000 + " s");
            assertThat(auditor.balance().reconciles()).isTrue();
            assertThat(settledOutput()).isEqualTo(before);
        }
    }

    /** What {@code kafka-consumer-groups --reset-offsets --to-earliest} does, once all instances have stopped. */
    private void resetEnrich() throws ExecutionException, InterruptedException {
        List<Node> instances =
                List.of(stack.services().node("enrich-1"), stack.services().node("enrich-2"));
        instances.forEach(instance -> instance.shutDown(GRACE));
        Map<TopicPartition, OffsetAndMetadata> beginning = new HashMap<>();
        for (int partition = 0; partition < Stack.PARTITIONS; partition++) {
            beginning.put(new TopicPartition(Topics.RAW.name(), partition), new OffsetAndMetadata(0));
        }
        try (Admin admin = Admin.create(stack.kafka())) {
            // Named members keep their places for a session; until it ends the group counts as alive.
            await("the group is empty").atMost(Node.PATIENCE).ignoreExceptions().until(() -> {
                admin.alterConsumerGroupOffsets("news-enrich", beginning).all().get();
                return true;
            });
        }
        instances.forEach(Node::begin);
        instances.forEach(Node::awaitReady);
    }

    /** What the output topics hold once nothing has come for a while: links are written after their articles. */
    private Map<String, Long> settledOutput() {
        Map<String, Long> last = new HashMap<>();
        AtomicInteger same = new AtomicInteger();
        await("the output has settled")
                .atMost(Node.PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    Map<String, Long> now = output();
                    int streak = now.equals(last) ? same.incrementAndGet() : 0;
                    same.set(streak);
                    last.clear();
                    last.putAll(now);
                    return streak >= STILL;
                });
        return last;
    }

    private long raw() {
        return count(Topics.RAW.name()).getOrDefault(Topics.RAW.name(), 0L);
    }

    private Map<String, Long> output() {
        return count(
                Topics.ENRICHED.name(), Topics.RELATED.name(), Topics.FEED_ENTRY.name(), Topics.FEED_SNAPSHOT.name());
    }

    private Map<String, Long> count(String... topics) {
        Map<String, Long> counts = new HashMap<>();
        try (TopicReader reader = new TopicReader(stack.kafka(), List.of(topics))) {
            reader.readToEnd(record -> counts.merge(record.topic(), 1L, Long::sum));
        }
        return counts;
    }
}
