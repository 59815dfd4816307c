package dev.newswire.ingest.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newswire.ingest.identity.SourceName;
import dev.newswire.ingest.normalise.Authors;
import dev.newswire.ingest.normalise.PublicationTime;
import dev.newswire.schema.EventKind;
import dev.newswire.schema.RetractReason;
import dev.newswire.schema.ScrapedArticle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An article as a JSON object.
 *
 * <p>The fields are those of {@link ScrapedArticle}; their other names are in {@link JsonFields}. Three forms more are
 * understood: {@code "html"} gives the body as HTML, {@code "retract": "publisher"} (or {@code "legal"}, {@code "error"},
 * or true) stands for kind and reason, {@code "updatedAt"} gives the revision as a time. Names are compared without case,
 * hyphens and underscores. A field that is not known is ignored with a warning; a value of the wrong type is refused.
 */
final class JsonArticle {

    private final JsonFields fields;
    private final Origin origin;
    private final List<String> warnings = new ArrayList<>();

    JsonArticle(ObjectNode object, Origin origin) {
        this.fields = JsonFields.of(object, warnings);
        this.origin = origin;
    }

    /** How a message calls the type of a value. */
    static String name(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            case STRING -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "a truth value";
            default -> "null";
        };
    }

    /** The article. */
    Reading read(Place place, Excerpt excerpt) throws RefusalException {
        RetractReason retraction = retraction();
        String url = fields.text("url");
        ScrapedArticle.Builder article = ScrapedArticle.newBuilder()
                .setKind(retraction == null ? EventKind.UPSERT : EventKind.RETRACT)
                .setRetractReason(retraction)
                .setExternalId(externalId())
                .setUrl(url)
                .setSource(source(url))
                .setRevision(revision())
                .setFetchedAt(fetchedAt());
        if (retraction == null) {
            addContent(article);
        }
        return new Reading.Found(article.build(), place, excerpt, List.of(), warnings);
    }

    private void addContent(ScrapedArticle.Builder article) throws RefusalException {
        String html = fields.text("html");
        String body = fields.text("body");
        article.setTitle(fields.text("title"))
                .setBody(body != null ? body : html)
                .setBodyIsHtml(body == null ? html != null : fields.flag("bodyIsHtml"))
                .setAuthors(authors())
                .setPublishedAt(publishedAt())
                .setLanguage(fields.text("language"))
                .setSection(section())
                .setEmbargoUntil(instant("embargoUntil"))
                .setRelated(related());
    }

    private @Nullable RetractReason retraction() throws RefusalException {
        JsonNode retract = fields.value("retract");
        String reason = fields.text("retractReason");
        if (retract == null) {
            return isRetraction(fields.text("kind")) ? reason(reason, "retractReason") : null;
        }
        if (retract.isBoolean()) {
            return retract.booleanValue() ? reason(reason, "retractReason") : null;
        }
        return reason(fields.text("retract"), "retract");
    }

    private boolean isRetraction(@Nullable String kind) throws RefusalException {
        if (kind == null || kind.equalsIgnoreCase("upsert")) {
            return false;
        }
        if (kind.equalsIgnoreCase("retract")) {
            return true;
        }
        throw fields.refuse("kind", Rule.VALUE, " is neither UPSERT nor RETRACT");
    }

    private RetractReason reason(@Nullable String word, String field) throws RefusalException {
        if (word == null) {
            return RetractReason.PUBLISHER;
        }
        try {
            return RetractReason.valueOf(word.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw fields.refuse(field, Rule.VALUE, " is not one of publisher, legal, error");
        }
    }

    private @Nullable String externalId() throws RefusalException {
        JsonNode id = fields.value("externalId");
        return id != null && id.isIntegralNumber() ? id.asText() : fields.text("externalId");
    }

    private String source(@Nullable String url) throws RefusalException {
        String stated = fields.text("source");
        if (stated != null && !stated.isBlank()) {
            return stated;
        }
        String fallback = origin.source() != null ? origin.source() : SourceName.ofUrl(url);
        if (fallback == null) {
            throw fields.refuse(
                    "source",
                    Rule.MISSING,
                    " is missing; give it in the item or for the whole request (Newswire-Source)");
        }
        return fallback;
    }

    private @Nullable Long revision() throws RefusalException {
        JsonNode revision = fields.value("revision");
        if (revision == null) {
            Instant updatedAt = instant("updatedAt");
            return updatedAt == null ? null : updatedAt.toEpochMilli();
        }
        if (revision.isIntegralNumber() && revision.canConvertToLong()) {
            return revision.longValue();
        }
        throw fields.refuse("revision", Rule.TYPE, ": expected a whole number, found " + name(revision));
    }

    private @Nullable Instant fetchedAt() throws RefusalException {
        Instant stated = instant("fetchedAt");
        return stated != null ? stated : origin.fetchedAt();
    }

    private @Nullable Instant instant(String field) throws RefusalException {
        JsonNode value = fields.value(field);
        if (value == null) {
            return null;
        }
        String words = value.isNumber() ? value.asText() : fields.text(field);
        Instant at = words == null ? null : PublicationTime.read(words);
        if (at == null) {
            throw fields.refuse(field, Rule.VALUE, " is not a time such as 2025-07-30T10:00:00Z");
        }
        return at;
    }

    private @Nullable String publishedAt() throws RefusalException {
        JsonNode value = fields.value("publishedAt");
        return value != null && value.isNumber() ? value.asText() : fields.text("publishedAt");
    }

    private List<String> authors() throws RefusalException {
        JsonNode value = fields.value("authors");
        if (value == null) {
            return List.of();
        }
        return value.isTextual() ? Authors.ofByline(value.textValue()) : fields.texts("authors", List.of("name"));
    }

    /** Of several, the first is the one that the article stands under. */
    private @Nullable String section() throws RefusalException {
        List<String> sections = fields.texts("section", List.of("name"));
        return sections.isEmpty() ? null : sections.get(0);
    }

    private List<String> related() throws RefusalException {
        return fields.texts("related", List.of("externalId", "id", "url"));
    }
}
