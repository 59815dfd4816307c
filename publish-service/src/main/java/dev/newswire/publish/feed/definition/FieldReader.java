package dev.newswire.publish.feed.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Reads the fields of one object; what is of another kind than asked is refused in a sentence. */
final class FieldReader {
    private static final Set<String> PARTS = Set.of("any", "all", "none");

    private final JsonNode node;
    private final String place;
    private final Set<String> known = new TreeSet<>();

    FieldReader(JsonNode node, String place) {
        this.node = node;
        this.place = place;
        if (!node.isObject()) {
            throw new DefinitionException(place + " is no object with id and title.");
        }
    }

    String text(String name, String otherwise) {
        JsonNode value = field(name);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isValueNode()) {
            throw wrong(name, "it takes a text");
        }
        return value.asText();
    }

    double decimal(String name, double otherwise) {
        JsonNode value = field(name);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isNumber()) {
            throw wrong(name, "it takes a number");
        }
        return value.doubleValue();
    }

    int integer(String name, int otherwise) {
        JsonNode value = field(name);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw wrong(name, "it takes a whole number");
        }
        return value.intValue();
    }

    Duration duration(String name) {
        String text = text(name, "PT0S");
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw wrong(name, "\"" + shown(text) + "\" is no duration such as PT12H or P7D");
        }
    }

    <E extends Enum<E>> E oneOf(String name, E otherwise) {
        return constant(name, text(name, otherwise.name()), otherwise.getDeclaringClass());
    }

    <E extends Enum<E>> List<E> enums(String name, Class<E> type) {
        return texts(name).stream().map(text -> constant(name, text, type)).toList();
    }

    List<String> texts(String name) {
        return texts(name, field(name));
    }

    /** The values of which one is enough: a list alone, or that under {@code any}. */
    List<String> anyOf(String name) {
        return field(name).isObject() ? partOf(name, "any") : texts(name);
    }

    /** A list under a name of its own. */
    List<String> partOf(String name, String part) {
        JsonNode group = field(name);
        if (!group.isObject()) {
            return List.of();
        }
        group.fieldNames().forEachRemaining(found -> {
            if (!PARTS.contains(found)) {
                throw wrong(name + "." + shown(found), "it is not known; known are any, all, none");
            }
        });
        return texts(name + "." + part, group.path(part));
    }

    /** Refuses fields that nobody asked for. */
    void refuseOthers() {
        Set<String> others = new HashSet<>();
        node.fieldNames().forEachRemaining(others::add);
        others.removeAll(known);
        if (!others.isEmpty()) {
            throw wrong(shown(others.iterator().next()), "it is not known; known are " + String.join(", ", known));
        }
    }

    private JsonNode field(String name) {
        known.add(name);
        return node.path(name);
    }

    private List<String> texts(String name, JsonNode values) {
        if (values.isMissingNode() || values.isNull()) {
            return List.of();
        }
        if (!values.isArray()) {
            throw wrong(name, "it takes a list");
        }
        if (values.size() > DefinitionRules.MOST_VALUES) {
            throw wrong(name, "it has " + values.size() + " values but takes at most " + DefinitionRules.MOST_VALUES);
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode value : values) {
            if (!value.isValueNode() || value.isNull()) {
                throw wrong(name, "it takes a list of texts");
            }
            texts.add(value.asText());
        }
        return texts;
    }

    private <E extends Enum<E>> E constant(String name, String text, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> wrong(
                        name,
                        "\"" + shown(text) + "\" is not known; known are "
                                + String.join(
                                        ", ",
                                        Arrays.stream(type.getEnumConstants())
                                                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                                .toList())));
    }

    private DefinitionException wrong(String field, String what) {
        return new DefinitionException(place + field + ": " + what + ".");
    }

    private static String shown(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
