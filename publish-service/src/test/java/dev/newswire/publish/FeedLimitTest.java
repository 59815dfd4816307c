package dev.newswire.publish;

import static dev.newswire.publish.PublishHarness.table;
import static dev.newswire.publish.Samples.article;
import static dev.newswire.publish.Samples.id;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.schema.FeedEntry;
import dev.newswire.schema.FeedSnapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedLimitTest {
    private PublishHarness publish;

    @BeforeEach
    void start(@TempDir Path folder) {
        publish = new PublishHarness(folder, Map.of("NEWSWIRE_FEED_LIMIT", "3", "NEWSWIRE_SNAPSHOT_ENTRIES", "2"));
        for (int number : List.of(2, 3, 4)) {
            publish.upsert(article(number).build(), number);
        }
        publish.entries();
    }

    @AfterEach
    void stop() {
        publish.close();
    }

    @Test
    void feedOverItsLimitDropsTheOldestWithATombstone() {
        publish.upsert(article(5).build(), 5);
        assertThat(ofLatest()).containsExactly("+" + id(5), "-" + id(2));
        publish.advance(Duration.ofSeconds(1));
        FeedSnapshot latest =
                requireNonNull(table(Map.of(), publish.snapshots()).get("latest"));
        assertThat(latest.getSize()).isEqualTo(3);
        assertThat(latest.getEntries()).extracting(FeedEntry::getArticleId).containsExactly(id(5), id(4));
    }

    @Test
    void articleTooOldForAFullFeedNeverEntersIt() {
        publish.upsert(article(1).build(), 5);
        assertThat(ofLatest()).isEmpty();
        publish.upsert(
                article(1).setRevision(Long.MAX_VALUE).setTitle("Corrected").build(), 6);
        publish.retract(id(1), 7);
        assertThat(ofLatest()).isEmpty();
    }

    @Test
    void entryThatACorrectionMakesTheOldestStaysWhileThereIsRoom() {
        publish.upsert(
                article(4)
                        .setRevision(Long.MAX_VALUE)
                        .setPublishedAt(Samples.NOON.minusSeconds(9999))
                        .build(),
                5);
        assertThat(ofLatest()).containsExactly("+" + id(4));
        publish.upsert(article(5).build(), 6);
        assertThat(ofLatest()).containsExactly("+" + id(5), "-" + id(4));
    }

    private List<String> ofLatest() {
        return publish.entries().stream()
                .filter(entry -> entry.key().startsWith("latest|"))
                .map(FeedLimitTest::line)
                .toList();
    }

    private static String line(TestRecord<String, FeedEntry> entry) {
        String articleId = entry.key().substring(entry.key().indexOf('|') + 1);
        return (entry.value() == null ? "-" : "+") + articleId;
    }
}
