package dev.newswire.publish.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.newswire.publish.feed.HistoryKeeper;
import dev.newswire.publish.read.ArticleView;
import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.Entity;
import dev.newswire.schema.Mention;
import dev.newswire.schema.RelatedArticles;
import dev.newswire.schema.internal.ArticleVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one article with its text, entities and links. */
public final class ArticleJson {
    private final Links links;
    private final RelationJson relations;

    /** @param links addresses of the site */
    public ArticleJson(Links links) {
        this.links = links;
        this.relations = new RelationJson(links);
    }

    /**
     * An article as one JSON document; fields without a value are left out.
     *
     * @param former how it read before corrections, the oldest first
     */
    public String write(ArticleView view, List<ArticleVersion> former) {
        EnrichedArticle article = view.article();
        return JsonWriter.write(json -> {
            json.writeStartObject();
            json.writeStringField("id", article.getArticleId());
            json.writeNumberField("revision", article.getRevision());
            json.writeStringField("source", article.getSource());
            json.writeStringField("url", links.article(article.getArticleId()));
            JsonWriter.text(json, "external_url", Links.external(article.getCanonicalUrl()));
            json.writeStringField("title", article.getTitle());
            json.writeStringField("body", article.getBody());
            JsonWriter.texts(json, "authors", article.getAuthors());
            JsonWriter.time(json, "published", article.getPublishedAt());
            json.writeBooleanField("published_estimated", article.getPublishedAtEstimated());
            JsonWriter.time(json, "received", article.getReceivedAt());
            JsonWriter.time(json, "first_received", article.getFirstReceivedAt());
            JsonWriter.text(json, "language", article.getLanguage());
            JsonWriter.text(json, "section", article.getSection());
            json.writeStringField("rules_version", article.getRulesVersion());
            entities(json, article.getEntities());
            story(json, article, view.related());
            JsonWriter.texts(json, "feeds", view.feeds());
            List<ArticleVersion> versions = new ArrayList<>(former);
            versions.add(HistoryKeeper.version(article));
            RevisionJson.write(json, versions);
            json.writeEndObject();
        });
    }

    private void story(JsonGenerator json, EnrichedArticle article, @Nullable RelatedArticles related)
            throws IOException {
        json.writeStringField("story_id", related == null ? article.getArticleId() : related.getStoryId());
        json.writeNumberField("story_size", related == null ? 1 : related.getStorySize());
        relations.links(json, related == null ? List.of() : related.getLinks());
    }

    private static void entities(JsonGenerator json, List<Entity> entities) throws IOException {
        json.writeArrayFieldStart("entities");
        for (Entity entity : entities) {
            json.writeStartObject();
            json.writeStringField("id", entity.getEntityId());
            json.writeStringField("name", entity.getName());
            json.writeStringField("type", RelationJson.lower(entity.getType()));
            JsonWriter.text(json, "wikidata", entity.getWikidataId());
            JsonWriter.share(json, "salience", entity.getSalience());
            JsonWriter.share(json, "confidence", entity.getConfidence());
            mentions(json, entity.getMentions());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void mentions(JsonGenerator json, List<Mention> mentions) throws IOException {
        json.writeArrayFieldStart("mentions");
        for (Mention mention : mentions) {
            json.writeStartObject();
            json.writeStringField("field", RelationJson.lower(mention.getField()));
            json.writeNumberField("start", mention.getStart());
            json.writeNumberField("end", mention.getEnd());
            json.writeStringField("surface", mention.getSurface());
            json.writeStringField("method", RelationJson.lower(mention.getMethod()));
            JsonWriter.share(json, "confidence", mention.getConfidence());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
