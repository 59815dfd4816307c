package dev.newswire.publish.feed.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.newswire.schema.FeedDefinition;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;

/**
 * Reads definitions from YAML or JSON. What is too large or too deep is refused before it costs anything, and so are
 * aliases of YAML, which can stand for themselves.
 */
public final class DefinitionText {
    /** Most characters of a text with one definition. */
    public static final int MOST_CHARACTERS_OF_ONE = 1_000_000;

    private static final int MOST_CHARACTERS = 20_000_000;
    private static final int MOST_DEPTH = 8;

    private DefinitionText() {}

    /**
     * All definitions of a text: one, a list, or a list under {@code feeds}.
     *
     * @throws DefinitionException if it must be mended
     */
    public static List<FeedDefinition> readAll(String text) {
        JsonNode root = tree(text, MOST_CHARACTERS);
        JsonNode list = root.isObject() && root.has("feeds") ? root.get("feeds") : root;
        if (list.isObject()) {
            return List.of(DefinitionFields.read(list, ""));
        }
        if (!list.isArray() || list.isEmpty()) {
            throw new DefinitionException(
                    "There is no definition: give an object with id and title, or a list of them.");
        }
        List<FeedDefinition> definitions = new ArrayList<>();
        for (JsonNode one : list) {
            definitions.add(DefinitionFields.read(one, "feeds[" + definitions.size() + "]."));
        }
        return definitions;
    }

    /**
     * The one definition of a text.
     *
     * @param feedId of the feed; the text may name it as well
     * @throws DefinitionException if it must be mended
     */
    public static FeedDefinition read(String text, String feedId) {
        JsonNode root = tree(text, MOST_CHARACTERS_OF_ONE);
        if (root instanceof ObjectNode object) {
            if (object.has("id") && !object.path("id").asText().equals(feedId)) {
                throw new DefinitionException("id: it is not \"" + feedId + "\", under which the definition was sent.");
            }
            object.put("id", feedId);
        }
        return DefinitionFields.read(root, "");
    }

    private static JsonNode tree(String text, int most) {
        if (text.length() > most) {
            throw new DefinitionException(
                    "The text has " + text.length() + " characters but takes at most " + most + ".");
        }
        try {
            String start = text.stripLeading();
            boolean json = start.startsWith("{") || start.startsWith("[");
            JsonNode root = json ? json().readTree(text) : yaml(text, most);
            if (root == null || root.isMissingNode() || root.isNull()) {
                throw new DefinitionException("The text is empty: give an object with id and title.");
            }
            return root;
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new DefinitionException("Line " + line + " is not valid: " + e.getOriginalMessage());
        } catch (MarkedYAMLException e) {
            long line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new DefinitionException("Line " + line + " is not valid: " + e.getProblem() + ".");
        } catch (YAMLException e) {
            throw new DefinitionException("This is not valid YAML: " + e.getMessage());
        }
    }

    private static ObjectMapper json() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MOST_DEPTH)
                        .build());
        return mapper;
    }

    private static JsonNode yaml(String text, int most) throws JsonProcessingException {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(most);
        options.setNestingDepthLimit(MOST_DEPTH);
        for (Event event : new Yaml(options).parse(new StringReader(text))) {
            if (event instanceof AliasEvent alias) {
                throw new DefinitionException("Line " + (alias.getStartMark().getLine() + 1) + " has the alias *"
                        + alias.getAnchor() + ": write out what it stands for.");
            }
        }
        YAMLFactory factory = YAMLFactory.builder()
                .loaderOptions(options)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return new ObjectMapper(factory).readTree(text);
    }
}
