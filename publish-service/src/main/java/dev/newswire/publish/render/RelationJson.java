package dev.newswire.publish.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.newswire.schema.EntityRef;
import dev.newswire.schema.Link;
import dev.newswire.schema.LinkReason;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Entities and links as JSON, the same in feeds and articles. */
final class RelationJson {
    private final Links links;

    RelationJson(Links links) {
        this.links = links;
    }

    void entities(JsonGenerator json, List<EntityRef> entities) throws IOException {
        json.writeArrayFieldStart("entities");
        for (EntityRef entity : entities) {
            json.writeStartObject();
            json.writeStringField("id", entity.getEntityId());
            json.writeStringField("name", entity.getName());
            json.writeStringField("type", lower(entity.getType()));
            JsonWriter.share(json, "salience", entity.getSalience());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    void links(JsonGenerator json, List<Link> related) throws IOException {
        json.writeArrayFieldStart("links");
        for (Link link : related) {
            json.writeStartObject();
            json.writeStringField("article_id", link.getArticleId());
            json.writeStringField("url", links.article(link.getArticleId()));
            json.writeStringField("kind", lower(link.getKind()));
            JsonWriter.share(json, "score", link.getScore());
            reasons(json, link.getReasons());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void reasons(JsonGenerator json, List<LinkReason> reasons) throws IOException {
        json.writeArrayFieldStart("reasons");
        for (LinkReason reason : reasons) {
            json.writeStartObject();
            json.writeStringField("kind", lower(reason.getKind()));
            json.writeStringField("value", reason.getValue());
            json.writeStringField("label", reason.getLabel());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** An enum constant as JSON has it: SAME_STORY is {@code same_story}. */
    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
