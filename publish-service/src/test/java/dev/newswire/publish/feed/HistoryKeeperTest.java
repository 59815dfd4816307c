package dev.newswire.publish.feed;

import static dev.newswire.publish.Samples.NOON;
import static dev.newswire.publish.Samples.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.schema.internal.ArticleHistory;
import dev.newswire.schema.internal.ArticleVersion;
import dev.newswire.schema.internal.PendingEvent;
import dev.newswire.schema.internal.PublishedArticle;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HistoryKeeperTest {
    @Test
    void aCorrectionKeepsWhatWasReadBefore() {
        ArticleHistory history = HistoryKeeper.after(null, published(1, "first"), published(2, "second"));
        history = HistoryKeeper.after(history, published(2, "second"), published(3, "third"));
        assertThat(history).isNotNull();
        assertThat(history.getVersions()).extracting(ArticleVersion::getTitle).containsExactly("first", "second");
    }

    @Test
    void whatWasNeverPublicIsNotKept() {
        PublishedArticle waiting = PublishedArticle.newBuilder(published(2, "secret"))
                .setPending(new PendingEvent(NOON, Map.of()))
                .build();
        ArticleHistory history = HistoryKeeper.after(null, published(1, "first"), waiting);
        history = HistoryKeeper.after(history, waiting, published(3, "third"));
        assertThat(history).isNotNull();
        assertThat(history.getVersions()).extracting(ArticleVersion::getTitle).containsExactly("first");
    }

    @Test
    void aRetractionErases() {
        ArticleHistory history = HistoryKeeper.after(null, published(1, "first"), published(2, "second"));
        PublishedArticle withdrawn =
                PublishedArticle.newBuilder().setWithdrawn(true).build();
        assertThat(HistoryKeeper.after(history, published(2, "second"), withdrawn))
                .isNull();
        assertThat(HistoryKeeper.after(null, withdrawn, published(3, "third"))).isNull();
    }

    @Test
    void otherEntitiesOfTheSameRevisionAreNoCorrection() {
        assertThat(HistoryKeeper.after(null, published(1, "first"), published(1, "first")))
                .isNull();
    }

    @Test
    void itIsBounded() {
        ArticleHistory history = null;
        for (int revision = 1; revision < 100; revision++) {
            history = HistoryKeeper.after(history, published(revision, "t"), published(revision + 1, "t"));
        }
        assertThat(history).isNotNull();
        assertThat(history.getVersions()).hasSize(HistoryKeeper.MOST_VERSIONS);
        assertThat(history.getVersions().get(0).getRevision()).isEqualTo(80);
        String huge = "x".repeat(HistoryKeeper.MOST_CHARACTERS);
        history = HistoryKeeper.after(history, published(100, huge), published(101, "t"));
        assertThat(history).isNotNull();
        assertThat(history.getVersions()).hasSize(1);
    }

    private static PublishedArticle published(long revision, @Nullable String title) {
        return PublishedArticle.newBuilder()
                .setRevision(revision)
                .setArticle(article(1).setRevision(revision).setTitle(title).build())
                .build();
    }
}
