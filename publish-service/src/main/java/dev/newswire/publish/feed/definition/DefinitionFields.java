package dev.newswire.publish.feed.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newswire.platform.serde.TrustedRecords;
import dev.newswire.schema.DuplicatePolicy;
import dev.newswire.schema.EntityType;
import dev.newswire.schema.FeedDefinition;
import dev.newswire.schema.FeedOrder;
import dev.newswire.schema.StoryPolicy;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Definitions as objects of JSON: the fields that people write. */
public final class DefinitionFields {
    static {
        // Avro looks at the classes of defaults.
        TrustedRecords.trust();
    }

    private DefinitionFields() {}

    /**
     * Reads a definition and holds it against the rules.
     *
     * @param place in front of each field, for messages
     * @throws DefinitionException if it must be mended
     */
    static FeedDefinition read(JsonNode node, String place) {
        FieldReader fields = new FieldReader(node, place);
        FeedDefinition definition = FeedDefinition.newBuilder()
                .setFeedId(fields.text("id", ""))
                .setTitle(fields.text("title", ""))
                .setDescription(fields.text("description", ""))
                .setEntitiesAny(fields.anyOf("entities"))
                .setEntitiesAll(fields.partOf("entities", "all"))
                .setEntitiesNone(fields.partOf("entities", "none"))
                .setEntityTypes(fields.enums("types", EntityType.class))
                .setSources(fields.texts("sources"))
                .setLanguages(fields.texts("languages"))
                .setCountries(fields.texts("countries").stream()
                        .map(code -> code.toUpperCase(Locale.ROOT))
                        .toList())
                .setWords(fields.anyOf("words"))
                .setWordsAll(fields.partOf("words", "all"))
                .setWordsNone(fields.partOf("words", "none"))
                .setMinimumSalience((float) fields.decimal("minimumSalience", 0))
                .setMaximumAgeSeconds(fields.duration("maximumAge").toSeconds())
                .setLimit(fields.integer("limit", 500))
                .setDuplicates(fields.oneOf("duplicates", DuplicatePolicy.KEEP))
                .setStories(fields.oneOf("stories", StoryPolicy.EVERY))
                .setOrder(fields.oneOf("order", FeedOrder.PUBLISHED))
                .build();
        fields.refuseOthers();
        DefinitionRules.mistake(definition).ifPresent(mistake -> {
            throw new DefinitionException(place + mistake);
        });
        return definition;
    }

    /** A definition as people write it; what is as it would be anyway is left out. */
    public static ObjectNode write(FeedDefinition definition) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", definition.getFeedId());
        node.put("title", definition.getTitle());
        if (!definition.getDescription().isEmpty()) {
            node.put("description", definition.getDescription());
        }
        group(node, "entities", definition.getEntitiesAny(), definition.getEntitiesAll(), definition.getEntitiesNone());
        put(
                node,
                "types",
                definition.getEntityTypes().stream()
                        .map(DefinitionFields::small)
                        .toList());
        put(node, "sources", definition.getSources());
        put(node, "languages", definition.getLanguages());
        put(node, "countries", definition.getCountries());
        group(node, "words", definition.getWords(), definition.getWordsAll(), definition.getWordsNone());
        if (definition.getMinimumSalience() > 0) {
            node.put("minimumSalience", new BigDecimal(Float.toString(definition.getMinimumSalience())));
        }
        if (definition.getMaximumAgeSeconds() > 0) {
            node.put(
                    "maximumAge",
                    Duration.ofSeconds(definition.getMaximumAgeSeconds()).toString());
        }
        node.put("limit", definition.getLimit());
        node.put("duplicates", small(definition.getDuplicates()));
        node.put("stories", small(definition.getStories()));
        node.put("order", small(definition.getOrder()));
        return node;
    }

    private static void group(ObjectNode node, String name, List<String> any, List<String> all, List<String> none) {
        if (any.isEmpty() && all.isEmpty() && none.isEmpty()) {
            return;
        }
        ObjectNode group = node.putObject(name);
        put(group, "any", any);
        put(group, "all", all);
        put(group, "none", none);
    }

    private static void put(ObjectNode node, String name, List<String> values) {
        if (!values.isEmpty()) {
            ArrayNode list = node.putArray(name);
            values.forEach(list::add);
        }
    }

    private static String small(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
