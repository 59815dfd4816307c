package dev.newswire.ingest.poll;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The fields of one mapping of a YAML document. Mistakes are noted with their lines, and the reading goes on. */
final class YamlFields {

    private final Map<String, Node> fields = new LinkedHashMap<>();
    private final Node place;
    private final List<String> mistakes;

    /** @param known names of the fields that there are */
    YamlFields(Node node, String what, Set<String> known, List<String> mistakes) {
        this.place = node;
        this.mistakes = mistakes;
        if (!(node instanceof MappingNode mapping)) {
            note(node, what + " takes fields such as \"" + known.iterator().next() + ": ...\"");
            return;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
            if (!known.isEmpty() && !known.contains(name)) {
                note(
                        tuple.getKeyNode(),
                        what + " has no field \"" + name + "\"; there are "
                                + String.join(", ", known.stream().sorted().toList()));
            } else if (fields.put(name, tuple.getValueNode()) != null) {
                note(tuple.getKeyNode(), "\"" + name + "\" is given twice");
            }
        }
    }

    /** Adds a mistake at the line of the node. */
    void note(Node node, String sentence) {
        mistakes.add("line " + (node.getStartMark().getLine() + 1) + ": " + sentence + ".");
    }

    /** Adds a mistake at the field, or at the mapping where it is missing. */
    void note(String field, String sentence) {
        note(fields.getOrDefault(field, place), sentence);
    }

    Map<String, Node> all() {
        return fields;
    }

    Optional<Node> node(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    Optional<String> text(String name) {
        Node node = fields.get(name);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue().strip());
        }
        note(node, "\"" + name + "\" takes a text");
        return Optional.empty();
    }

    /** A list of texts, or one text. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        Node node = fields.get(name);
        List<Node> parts = node instanceof SequenceNode sequence ? sequence.getValue() : List.of();
        for (Node part : parts) {
            if (part instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                texts.add(scalar.getValue().strip());
            } else {
                note(part, "\"" + name + "\" takes a list of texts");
            }
        }
        if (node != null && !(node instanceof SequenceNode)) {
            text(name).ifPresent(texts::add);
        }
        return texts;
    }

    Duration duration(String name, Duration standard, Duration least, Duration most) {
        String text = text(name).orElse(null);
        if (text == null) {
            return standard;
        }
        try {
            Duration value = Duration.parse(text);
            if (value.compareTo(least) >= 0 && value.compareTo(most) <= 0) {
                return value;
            }
        } catch (DateTimeParseException ignored) {
            // The sentence below says what is expected.
        }
        note(
                name,
                "\"" + name + "\" is \"" + text + "\" but takes a duration from " + least + " to " + most
                        + " such as PT15M");
        return standard;
    }

    int integer(String name, int standard, int least, int most) {
        String text = text(name).orElse(null);
        if (text == null) {
            return standard;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException ignored) {
            // The sentence below says what is expected.
        }
        note(name, "\"" + name + "\" is \"" + text + "\" but takes a whole number from " + least + " to " + most);
        return standard;
    }

    <E extends Enum<E>> E choice(String name, E standard, Class<E> type) {
        String text = text(name).orElse(null);
        if (text == null) {
            return standard;
        }
        List<String> names = new ArrayList<>();
        for (E value : type.getEnumConstants()) {
            names.add(value.name().toLowerCase(Locale.ROOT));
            if (value.name().toLowerCase(Locale.ROOT).equals(text)) {
                return value;
            }
        }
        note(name, "\"" + name + "\" is \"" + text + "\" but takes " + String.join(", ", names));
        return standard;
    }

    boolean flag(String name, boolean standard) {
        String text = text(name).orElse(Boolean.toString(standard));
        if (!text.equals("true") && !text.equals("false")) {
            note(name, "\"" + name + "\" is \"" + text + "\" but takes true or false");
        }
        return text.equals("true");
    }
}
