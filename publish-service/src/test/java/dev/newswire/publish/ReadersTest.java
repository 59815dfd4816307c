package dev.newswire.publish;

import static dev.newswire.publish.Samples.NOON;
import static dev.newswire.publish.Samples.article;
import static dev.newswire.publish.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.schema.internal.ArticleHistory;
import dev.newswire.schema.internal.Departure;
import dev.newswire.schema.internal.FeedDepartures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the topology remembers for readers: what left, and how it read before. */
class ReadersTest {
    @Test
    void feedsTellForAWhileWhatWasRetracted(@TempDir Path folder) {
        try (PublishHarness publish = new PublishHarness(folder, Map.of("NEWSWIRE_DELETED_ENTRY_RETENTION", "PT2H"))) {
            publish.upsert(article(1).build(), 1);
            publish.advance(Duration.ofSeconds(2));
            publish.retract(id(1), 2);
            assertThat(departed(publish, "latest")).containsExactly(id(1));
            assertThat(departed(publish, "source/example.org")).containsExactly(id(1));
            publish.restart(Duration.ofSeconds(1));
            assertThat(departed(publish, "latest")).containsExactly(id(1));
            publish.skip(Duration.ofHours(4));
            assertThat(departed(publish, "latest")).isEmpty();
        }
    }

    @Test
    void whatComesBackOrLeavesAFullFeedIsNotTold(@TempDir Path folder) {
        try (PublishHarness publish = new PublishHarness(folder, Map.of("NEWSWIRE_FEED_LIMIT", "1"))) {
            publish.upsert(article(1).build(), 1);
            publish.upsert(article(2).build(), 2);
            assertThat(departed(publish, "latest")).isEmpty();
            publish.retract(id(2), 3);
            assertThat(departed(publish, "latest")).containsExactly(id(2));
            publish.upsert(
                    article(2)
                            .setRevision(NOON.plusSeconds(600).toEpochMilli())
                            .setReceivedAt(NOON.plusSeconds(600))
                            .build(),
                    4);
            assertThat(departed(publish, "latest")).isEmpty();
        }
    }

    @Test
    void aCorrectionLeavesARevisionAndARetractionNone(@TempDir Path folder) {
        try (PublishHarness publish = new PublishHarness(folder)) {
            publish.upsert(article(1).build(), 1);
            publish.upsert(
                    article(1)
                            .setRevision(NOON.plusSeconds(600).toEpochMilli())
                            .setTitle("Corrected")
                            .build(),
                    2);
            ArticleHistory history =
                    publish.<ArticleHistory>store(PublishTopology.HISTORIES).get(id(1));
            assertThat(history).isNotNull();
            assertThat(history.getVersions()).hasSize(1);
            publish.retract(id(1), 3);
            assertThat(publish.<ArticleHistory>store(PublishTopology.HISTORIES).get(id(1)))
                    .isNull();
        }
    }

    private static List<String> departed(PublishHarness publish, String feedId) {
        FeedDepartures left =
                publish.<FeedDepartures>store(PublishTopology.DEPARTURES).get(feedId);
        return left == null
                ? List.of()
                : left.getNewest().stream().map(Departure::getArticleId).toList();
    }
}
