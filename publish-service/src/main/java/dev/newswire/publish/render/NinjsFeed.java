package dev.newswire.publish.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.newswire.publish.read.FeedPart;
import dev.newswire.schema.EntityRef;
import dev.newswire.schema.EntityType;
import dev.newswire.schema.FeedEntry;
import java.io.IOException;
import java.util.List;

/**
 * Writes feeds in ninjs 3.0, the IPTC's news in JSON (iptc.org/std/ninjs): a composite object whose associations are the
 * articles.
 */
public final class NinjsFeed {
    private static final String SCHEMA = "https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json";

    private final Links links;

    /** @param links addresses of the site */
    public NinjsFeed(Links links) {
        this.links = links;
    }

    /** A part of a feed as one JSON document. */
    public String write(FeedPart part) {
        return JsonWriter.write(json -> {
            String feedId = part.feed().feedId();
            json.writeStartObject();
            json.writeStringField(
                    "uri",
                    part.behind() == null
                            ? links.feed(feedId, "ninjs")
                            : links.part(feedId, "ninjs", part.behind(), part.limit()));
            json.writeStringField("type", "composite");
            standard(json);
            JsonWriter.time(json, "versionCreated", part.feed().updatedAt());
            json.writeStringField("title", part.feed().title());
            json.writeArrayFieldStart("associations");
            for (FeedEntry entry : part.entries()) {
                item(json, entry);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void standard(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("standard");
        json.writeStringField("name", "ninjs");
        json.writeStringField("version", "3.0");
        json.writeStringField("schema", SCHEMA);
        json.writeEndObject();
    }

    private void item(JsonGenerator json, FeedEntry entry) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", entry.getArticleId());
        json.writeStringField("uri", links.article(entry.getArticleId()));
        json.writeStringField("type", "text");
        // Feeds hold the first sentences; the whole stands under the address of the article.
        json.writeStringField("representationType", "partial");
        json.writeStringField("version", Long.toString(entry.getRevision()));
        json.writeStringField("pubStatus", "usable");
        JsonWriter.time(json, "firstCreated", entry.getFirstReceivedAt());
        JsonWriter.time(json, "versionCreated", entry.getUpdatedAt());
        JsonWriter.time(json, "contentCreated", entry.getPublishedAt());
        JsonWriter.text(json, "language", entry.getLanguage());
        JsonWriter.text(json, "by", String.join(", ", entry.getAuthors()));
        values(json, "headlines", entry.getTitle());
        values(json, "descriptions", entry.getSummary());
        entities(json, "people", EntityType.PERSON, entry.getEntities());
        entities(json, "organisations", EntityType.ORGANISATION, entry.getEntities());
        entities(json, "places", EntityType.LOCATION, entry.getEntities());
        entities(json, "objects", EntityType.MISC, entry.getEntities());
        sources(json, entry);
        alternatives(json, entry);
        json.writeEndObject();
    }

    private static void values(JsonGenerator json, String field, String value) throws IOException {
        json.writeArrayFieldStart(field);
        json.writeStartObject();
        json.writeStringField("role", "main");
        json.writeStringField("contentType", "text/plain");
        json.writeStringField("value", value);
        json.writeEndObject();
        json.writeEndArray();
    }

    private void entities(JsonGenerator json, String field, EntityType type, List<EntityRef> entities)
            throws IOException {
        List<EntityRef> some =
                entities.stream().filter(entity -> entity.getType() == type).toList();
        if (some.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(field);
        for (EntityRef entity : some) {
            json.writeStartObject();
            json.writeStringField("name", entity.getName());
            json.writeStringField("uri", links.entity(entity.getEntityId()));
            json.writeStringField("literal", entity.getEntityId());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void sources(JsonGenerator json, FeedEntry entry) throws IOException {
        json.writeArrayFieldStart("infoSources");
        json.writeStartObject();
        json.writeStringField("name", entry.getSource());
        JsonWriter.text(json, "uri", Links.external(entry.getUrl()));
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void alternatives(JsonGenerator json, FeedEntry entry) throws IOException {
        json.writeArrayFieldStart("altIds");
        alternative(json, "articleId", entry.getArticleId());
        alternative(json, "storyId", entry.getStoryId());
        json.writeEndArray();
    }

    private static void alternative(JsonGenerator json, String role, String value) throws IOException {
        json.writeStartObject();
        json.writeStringField("role", role);
        json.writeStringField("value", value);
        json.writeEndObject();
    }
}
