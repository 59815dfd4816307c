package dev.newswire.publish.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.newswire.publish.read.FeedPart;
import dev.newswire.schema.EntityRef;
import dev.newswire.schema.FeedEntry;
import java.io.IOException;
import java.util.List;

/**
 * Writes feeds in JSON Feed 1.1 (jsonfeed.org/version/1.1). What the format has no place for stands in the extension
 * {@code _newswire} of each item.
 */
public final class JsonFeed {
    /** The format's own media type. */
    public static final String MEDIA_TYPE = "application/feed+json";

    private final Links links;
    private final RelationJson relations;
    private final List<String> hubs;

    /** @param links addresses of the site */
    public JsonFeed(Links links) {
        this(links, List.of());
    }

    /** @param hubs addresses of WebSub hubs that tell of changes */
    public JsonFeed(Links links, List<String> hubs) {
        this.links = links;
        this.relations = new RelationJson(links);
        this.hubs = hubs;
    }

    /** A part of a feed as one JSON document. */
    public String write(FeedPart part) {
        return JsonWriter.write(json -> {
            String feedId = part.feed().feedId();
            json.writeStartObject();
            json.writeStringField("version", "https://jsonfeed.org/version/1.1");
            json.writeStringField("title", part.feed().title());
            json.writeStringField("home_page_url", links.feed(feedId));
            json.writeStringField("feed_url", links.feed(feedId, "json"));
            if (part.next() != null) {
                json.writeStringField("next_url", links.part(feedId, "json", part.next(), part.limit()));
            }
            hubs(json);
            json.writeArrayFieldStart("items");
            for (FeedEntry entry : part.entries()) {
                item(json, entry);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private void hubs(JsonGenerator json) throws IOException {
        if (hubs.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("hubs");
        for (String hub : hubs) {
            json.writeStartObject();
            json.writeStringField("type", "WebSub");
            json.writeStringField("url", hub);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** One item. */
    void item(JsonGenerator json, FeedEntry entry) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", entry.getArticleId());
        json.writeStringField("url", links.article(entry.getArticleId()));
        JsonWriter.text(json, "external_url", Links.external(entry.getUrl()));
        JsonWriter.text(json, "title", entry.getTitle());
        // An item must have a content, even an empty one.
        json.writeStringField("content_text", entry.getSummary());
        JsonWriter.time(json, "date_published", entry.getSortAt());
        JsonWriter.time(json, "date_modified", entry.getUpdatedAt());
        authors(json, entry.getAuthors());
        JsonWriter.texts(
                json,
                "tags",
                entry.getEntities().stream().map(EntityRef::getName).toList());
        JsonWriter.text(json, "language", entry.getLanguage());
        extension(json, entry);
        json.writeEndObject();
    }

    private static void authors(JsonGenerator json, List<String> authors) throws IOException {
        if (authors.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("authors");
        for (String author : authors) {
            json.writeStartObject();
            json.writeStringField("name", author);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void extension(JsonGenerator json, FeedEntry entry) throws IOException {
        json.writeObjectFieldStart("_newswire");
        json.writeStringField("about", links.home());
        json.writeNumberField("revision", entry.getRevision());
        json.writeStringField("source", entry.getSource());
        JsonWriter.text(json, "section", entry.getSection());
        json.writeStringField("story_id", entry.getStoryId());
        JsonWriter.time(json, "received", entry.getFirstReceivedAt());
        relations.entities(json, entry.getEntities());
        // No size of the story: the feed does not tell links, and an empty list would say that there are none.
        if (entry.getStorySize() > 0) {
            relations.links(json, entry.getLinks());
        }
        json.writeEndObject();
    }
}
