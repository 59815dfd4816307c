package dev.newswire.benchmarks.micro;

import dev.newswire.benchmarks.data.Texts;
import dev.newswire.benchmarks.stream.NewsMix;
import dev.newswire.enrich.entity.EntityExtractor;
import dev.newswire.platform.serde.TrustedRecords;
import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.EventKind;
import dev.newswire.schema.RawArticle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Articles of 5 KB that the paths are measured on: a stream of news, the same in every process. */
final class Samples {
    /** System property with the path of posts in Markdown; generated texts where it is not set. */
    static final String POSTS = "newswire.bench.posts";

    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private static final Duration STEP = Duration.ofSeconds(30);

    private Samples() {}

    /** The first articles of the stream, without what corrects or retracts one. */
    static List<RawArticle> raw(int count) {
        TrustedRecords.trust();
        NewsMix mix = new NewsMix(Written.TEXTS, 0, START, STEP);
        return Stream.generate(mix::next)
                .filter(event -> event.getKind() == EventKind.UPSERT)
                .limit(count)
                .toList();
    }

    /** The same with their entities. */
    static List<EnrichedArticle> enriched(int count) {
        return raw(count).stream().map(Samples::enriched).toList();
    }

    /** What ships, loaded once for all. */
    static EntityExtractor extractor() {
        return Loaded.EXTRACTOR;
    }

    private static EnrichedArticle enriched(RawArticle article) {
        return EnrichedArticle.newBuilder()
                .setArticleId(article.getArticleId())
                .setRevision(article.getRevision())
                .setSource(article.getSource())
                .setCanonicalUrl(article.getCanonicalUrl())
                .setTitle(article.getTitle())
                .setBody(article.getBody())
                .setAuthors(article.getAuthors())
                .setPublishedAt(article.getPublishedAt())
                .setLanguage(article.getLanguage())
                .setReceivedAt(article.getReceivedAt())
                .setFirstReceivedAt(article.getReceivedAt())
                .setContentHash(article.getContentHash())
                .setEntities(extractor().extract(article.getTitle(), article.getBody(), article.getLanguage()))
                .setRulesVersion(extractor().rulesVersion())
                .build();
    }

    private static List<String> texts() {
        String posts = System.getProperty(POSTS);
        try {
            return Texts.of(posts == null ? null : Path.of(posts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Written {
        static final List<String> TEXTS = texts();
    }

    private static final class Loaded {
        static final EntityExtractor EXTRACTOR = EntityExtractor.load();
    }
}
