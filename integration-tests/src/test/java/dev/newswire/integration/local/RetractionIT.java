package dev.newswire.integration.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.newswire.cli.audit.TopicReader;
import dev.newswire.cli.client.IngestClient;
import dev.newswire.cli.local.LocalRun;
import dev.newswire.cli.report.Outcome;
import dev.newswire.cli.report.OutcomeReader;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.FeedSnapshot;
import dev.newswire.schema.RelatedArticles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetractionIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void aRetractedArticleIsGoneEverywhereAndAReplayDoesNotBringItBack(@TempDir Path folder)
            throws InterruptedException {
        try (LocalFixture pipeline = LocalFixture.start(folder)) {
            LocalRun.Result sent = pipeline.send(LocalFixture.seeds());
            String victim = mostLinked(sent.outcome());
            assertThat(feedsThatHold(sent.outcome(), victim)).isNotEmpty();

            IngestClient.from(pipeline.settings()).retract(victim, "publisher");
            await().atMost(PATIENCE).untilAsserted(() -> assertAbsent(pipeline, victim));

            int events = replayRawTopic(pipeline);
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(pipeline.audit().reconciles()).isTrue());
            assertThat(pipeline.audit().total()).isGreaterThanOrEqualTo(2L * events);
            assertAbsent(pipeline, victim);
        }
    }

    private static void assertAbsent(LocalFixture pipeline, String articleId) {
        Outcome now = everything(pipeline);
        assertThat(feedsThatHold(now, articleId)).isEmpty();
        assertThat(now.related()).noneMatch(related -> mentions(related, articleId));
        assertThat(now.articles()).noneMatch(article -> article.getArticleId().equals(articleId));
        assertThat(now.feeds())
                .allSatisfy(feed -> assertThat(feed.getEntries())
                        .allSatisfy(entry -> assertThat(entry.getLinks())
                                .noneMatch(link -> link.getArticleId().equals(articleId))));
    }

    private static String mostLinked(Outcome outcome) {
        return outcome.related().stream()
                .max(java.util.Comparator.comparing(
                        related -> related.getLinks().size()))
                .orElseThrow()
                .getArticleId();
    }

    private static List<String> feedsThatHold(Outcome outcome, String articleId) {
        return outcome.feeds().stream()
                .filter(feed -> feed.getEntries().stream()
                        .anyMatch(entry -> entry.getArticleId().equals(articleId)))
                .map(FeedSnapshot::getFeedId)
                .toList();
    }

    private static boolean mentions(RelatedArticles related, String articleId) {
        return related.getArticleId().equals(articleId)
                || related.getLinks().stream()
                        .anyMatch(link -> link.getArticleId().equals(articleId));
    }

    private static Outcome everything(LocalFixture pipeline) {
        return OutcomeReader.ofAll(pipeline.settings().kafka());
    }

    /** Sends every record of the raw topic once more, byte for byte. */
    private static int replayRawTopic(LocalFixture pipeline) {
        Map<String, Object> kafka = pipeline.settings().kafka();
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (TopicReader reader = new TopicReader(kafka, List.of(Topics.RAW.name()))) {
            reader.readToEnd(records::add);
        }
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer())) {
            records.forEach(record -> producer.send(new ProducerRecord<>(
                    record.topic(),
                    record.partition(),
                    record.timestamp(),
                    record.key(),
                    record.value(),
                    record.headers())));
            producer.flush();
        }
        return records.size();
    }
}
