package dev.newswire.ingest.http;

import dev.newswire.schema.ArticleFate;
import dev.newswire.schema.Fate;
import java.time.Instant;

/** Fates for tests. */
final class Fates {

    private Fates() {}

    static ArticleFate published(String articleId) {
        return ArticleFate.newBuilder()
                .setArticleId(articleId)
                .setSource("maren-echo")
                .setRevision(1_700_000_000_000L)
                .setFate(Fate.PUBLISHED)
                .setEventTopic("news.article.raw.v1")
                .setEventPartition(3)
                .setEventOffset(41)
                .setService("publish")
                .setDecidedAt(Instant.parse("2025-07-30T12:00:01Z"))
                .build();
    }

    static ArticleFate quarantined(String articleId) {
        return ArticleFate.newBuilder(published(articleId))
                .setFate(Fate.QUARANTINED)
                .setReason("the text cannot be processed")
                .setSource(null)
                .setService("enrich")
                .build();
    }
}
