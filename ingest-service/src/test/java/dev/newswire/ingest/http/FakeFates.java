package dev.newswire.ingest.http;

import dev.newswire.ingest.fate.FateBook;
import dev.newswire.ingest.fate.NotCaughtUpException;
import dev.newswire.schema.ArticleFate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A book in memory that may not have been read to its end. */
final class FakeFates implements FateBook {

    final Map<String, List<ArticleFate>> byArticle = new ConcurrentHashMap<>();
    volatile boolean isBehind;

    @Override
    public List<ArticleFate> find(String articleId) {
        if (isBehind) {
            throw new NotCaughtUpException();
        }
        return byArticle.getOrDefault(articleId, List.of());
    }
}
