package dev.newswire.publish.feed;

import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.Entity;
import dev.newswire.schema.EntityRef;
import dev.newswire.schema.FeedEntry;
import dev.newswire.schema.RelatedArticles;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one article as an entry of many feeds. */
final class EntryWriter {
    private static final int MAX_ENTITIES = 20;
    private static final int MAX_COUNTRIES = 20;

    /** Instead of the size of a story: it changes with every article of it, as links do. */
    private static final int UNTOLD = 0;

    private final EnrichedArticle article;
    private final @Nullable RelatedArticles related;
    private final String summary;
    private final List<EntityRef> entities;
    private final List<String> countries;

    private EntryWriter(EntryWriter same, @Nullable RelatedArticles related) {
        this.article = same.article;
        this.related = related;
        this.summary = same.summary;
        this.entities = same.entities;
        this.countries = same.countries;
    }

    EntryWriter(EnrichedArticle article, @Nullable RelatedArticles related) {
        this.article = article;
        this.related = related;
        this.summary = Summary.of(article.getBody());
        this.entities = article.getEntities().stream()
                .limit(MAX_ENTITIES)
                .map(EntryWriter::reference)
                .toList();
        this.countries = article.getEntities().stream()
                .map(Entity::getCountry)
                .filter(country -> !country.isEmpty())
                .distinct()
                .limit(MAX_COUNTRIES)
                .toList();
    }

    /** The same with other links; null stands for none. */
    EntryWriter with(@Nullable RelatedArticles other) {
        return new EntryWriter(this, other);
    }

    /** The article as an entry of a feed, with its links if the feed tells them. */
    FeedEntry write(String feedId, boolean linked) {
        return FeedEntry.newBuilder()
                .setFeedId(feedId)
                .setArticleId(article.getArticleId())
                .setRevision(article.getRevision())
                .setSource(article.getSource())
                .setUrl(article.getCanonicalUrl())
                .setTitle(article.getTitle())
                .setSummary(summary)
                .setAuthors(article.getAuthors())
                .setLanguage(article.getLanguage())
                .setSection(article.getSection())
                .setPublishedAt(article.getPublishedAt())
                .setFirstReceivedAt(article.getFirstReceivedAt())
                .setUpdatedAt(article.getReceivedAt())
                .setSortAt(sortAt())
                .setEntities(entities)
                .setStoryId(related == null ? article.getArticleId() : related.getStoryId())
                .setLinks(linked && related != null ? related.getLinks() : List.of())
                .setCountries(countries)
                .setStorySize(linked ? storySize() : UNTOLD)
                .build();
    }

    private int storySize() {
        return related == null ? 1 : related.getStorySize();
    }

    /** The article. */
    String articleId() {
        return article.getArticleId();
    }

    /** What feeds are ordered by: the publication time, else the first receipt. */
    Instant sortAt() {
        Instant publishedAt = article.getPublishedAt();
        return publishedAt == null ? article.getFirstReceivedAt() : publishedAt;
    }

    /** When the first revision came. */
    Instant firstReceivedAt() {
        return article.getFirstReceivedAt();
    }

    private static EntityRef reference(Entity entity) {
        return new EntityRef(entity.getEntityId(), entity.getName(), entity.getType(), entity.getSalience());
    }
}
