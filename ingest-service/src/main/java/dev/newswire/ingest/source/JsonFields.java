package dev.newswire.ingest.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON article under their proper names, whatever the sender calls them. */
final class JsonFields {

    private static final List<String> NAMES = List.of(
            "kind",
            "retractReason",
            "retract",
            "source",
            "externalId",
            "url",
            "title",
            "body",
            "html",
            "bodyIsHtml",
            "authors",
            "publishedAt",
            "fetchedAt",
            "language",
            "section",
            "revision",
            "updatedAt",
            "embargoUntil",
            "related");

    private static final Map<String, List<String>> OTHER_NAMES = Map.ofEntries(
            Map.entry("externalId", List.of("id", "guid")),
            Map.entry("url", List.of("link", "canonicalUrl")),
            Map.entry("title", List.of("headline")),
            Map.entry("body", List.of("text", "content", "contentText", "articleBody")),
            Map.entry("html", List.of("contentHtml", "bodyHtml")),
            Map.entry("authors", List.of("author", "byline")),
            Map.entry("publishedAt", List.of("published", "date", "datePublished", "pubDate")),
            Map.entry("fetchedAt", List.of("scrapedAt")),
            Map.entry("language", List.of("lang", "inLanguage")),
            Map.entry("section", List.of("articleSection")),
            Map.entry("revision", List.of("version")));

    private static final Map<String, String> PROPER_NAMES = properNames();

    private record Field(String statedName, JsonNode value) {}

    private final Map<String, Field> fields;

    private JsonFields(Map<String, Field> fields) {
        this.fields = fields;
    }

    /** Of an object; tells what it ignores. A proper name wins over another one, else the first. */
    static JsonFields of(ObjectNode object, List<String> warnings) {
        Map<String, Field> fields = new HashMap<>();
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            String stated = property.getKey();
            String proper = properName(stated);
            if (proper == null) {
                warnings.add("field \"" + head(stated) + "\" is not known and was ignored");
                continue;
            }
            if (property.getValue().isNull()) {
                continue;
            }
            Field before = fields.get(proper);
            if (before != null && !stated.equals(proper)) {
                warnings.add(ignored(stated, before.statedName()));
                continue;
            }
            if (before != null) {
                warnings.add(ignored(before.statedName(), stated));
            }
            fields.put(proper, new Field(stated, property.getValue()));
        }
        return new JsonFields(fields);
    }

    /** The value, or null where there is none. */
    @Nullable
    JsonNode value(String name) {
        Field field = fields.get(name);
        return field == null ? null : field.value();
    }

    /** A text, or null where there is none. */
    @Nullable
    String text(String name) throws RefusalException {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            throw refuse(name, Rule.TYPE, ": expected a text, found " + JsonArticle.name(value));
        }
        return value.textValue();
    }

    /** A truth value; false where there is none. */
    boolean flag(String name) throws RefusalException {
        JsonNode value = value(name);
        if (value != null && !value.isBoolean()) {
            throw refuse(name, Rule.TYPE, ": expected true or false, found " + JsonArticle.name(value));
        }
        return value != null && value.booleanValue();
    }

    /** A list of texts; single texts, numbers and objects with one of these properties stand for texts. */
    List<String> texts(String name, List<String> properties) throws RefusalException {
        JsonNode value = value(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            return List.of(oneText(name, "", value, properties));
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            if (!value.get(i).isNull()) {
                texts.add(oneText(name, "/" + i, value.get(i), properties));
            }
        }
        return texts;
    }

    /** What to throw where a value cannot be taken; the message names the field as the sender does. */
    RefusalException refuse(String name, Rule rule, String what) {
        return refuse(name, "", rule, what);
    }

    private RefusalException refuse(String name, String below, Rule rule, String what) {
        Field field = fields.get(name);
        String stated = field == null ? name : field.statedName();
        String pointer = "/" + stated.replace("~", "~0").replace("/", "~1") + below;
        return new RefusalException(rule, head(stated) + below.replace('/', ' ') + what, pointer);
    }

    private String oneText(String name, String below, JsonNode value, List<String> properties) throws RefusalException {
        if (value.isTextual() || value.isIntegralNumber()) {
            return value.asText();
        }
        for (String property : properties) {
            JsonNode text = value.get(property);
            if (text != null && (text.isTextual() || text.isIntegralNumber())) {
                return text.asText();
            }
        }
        throw refuse(name, below, Rule.TYPE, ": expected a text, found " + JsonArticle.name(value));
    }

    private static String ignored(String stated, String other) {
        return "field \"" + head(stated) + "\" was ignored: \"" + head(other) + "\" says the same";
    }

    private static String head(String name) {
        return name.length() <= 50 ? name : name.substring(0, 50) + "…";
    }

    private static Map<String, String> properNames() {
        Map<String, String> names = new HashMap<>();
        NAMES.forEach(name -> names.put(simple(name), name));
        NAMES.forEach(name -> names.put(name, name));
        OTHER_NAMES.forEach((name, others) -> others.forEach(other -> names.put(simple(other), name)));
        return Map.copyOf(names);
    }

    /** Nearly all names come just as we spell them. */
    private static @Nullable String properName(String stated) {
        String proper = PROPER_NAMES.get(stated);
        return proper == null ? PROPER_NAMES.get(simple(stated)) : proper;
    }

    private static String simple(String name) {
        return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }
}
