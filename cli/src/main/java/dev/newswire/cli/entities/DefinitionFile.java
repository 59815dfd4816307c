package dev.newswire.cli.entities;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.newswire.platform.config.SettingException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;

/** Reads a list of definitions from YAML or JSON: a list, or an object with the list under {@code entities}. */
public final class DefinitionFile {
    private static final int MOST_BYTES = 50 * 1024 * 1024;
    private static final int MOST_DEPTH = 10;
    private static final Set<String> FIELDS = Set.of(
            "id",
            "name",
            "type",
            "aliases",
            "weakAliases",
            "country",
            "wikidata",
            "description",
            "prior",
            "keepsShippedNames",
            "disabled");

    private DefinitionFile() {}

    /**
     * Reads a file.
     *
     * @throws SettingException if it must be mended: what, and at which entry
     */
    public static List<DefinitionDraft> read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new SettingException(file + " has more than " + MOST_BYTES + " bytes: split it.");
            }
            return drafts(mapper(file).readTree(Files.readString(file)), file);
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new SettingException(file + ": line " + line + ": this is not valid YAML or JSON.");
        } catch (CharacterCodingException e) {
            throw new SettingException(file + " is not text in UTF-8.");
        } catch (IOException e) {
            throw new SettingException(file + " cannot be read.");
        }
    }

    private static ObjectMapper mapper(Path file) {
        if (file.toString().endsWith(".json")) {
            return new ObjectMapper();
        }
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_BYTES);
        options.setNestingDepthLimit(MOST_DEPTH);
        return new ObjectMapper(YAMLFactory.builder().loaderOptions(options).build());
    }

    private static List<DefinitionDraft> drafts(JsonNode root, Path file) {
        JsonNode list = root.isObject() && root.has("entities") ? root.get("entities") : root;
        if (!list.isArray() || list.isEmpty()) {
            throw new SettingException(file + " takes a list of entities, or \"entities:\" and below it a list.");
        }
        List<DefinitionDraft> drafts = new ArrayList<>();
        for (JsonNode entry : list) {
            String place = file + ": entry " + (drafts.size() + 1);
            drafts.add(draft(entry, place));
        }
        return drafts;
    }

    private static DefinitionDraft draft(JsonNode entry, String place) {
        if (!entry.isObject()) {
            throw new SettingException(place + " is not an object with name and type.");
        }
        Set<String> unknown = new HashSet<>();
        entry.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(FIELDS);
        if (!unknown.isEmpty()) {
            throw new SettingException(
                    place + " has the field " + unknown.iterator().next() + "; known are "
                            + String.join(", ", FIELDS.stream().sorted().toList()) + ".");
        }
        return new DefinitionDraft(
                place,
                text(entry, "id"),
                text(entry, "name"),
                text(entry, "type"),
                text(entry, "country"),
                text(entry, "wikidata"),
                text(entry, "description"),
                texts(entry, "aliases", place),
                texts(entry, "weakAliases", place),
                entry.has("prior") ? entry.get("prior").asInt(-1) : null,
                entry.path("keepsShippedNames").asBoolean(true),
                entry.path("disabled").asBoolean(false));
    }

    private static String text(JsonNode entry, String name) {
        return entry.path(name).asText("");
    }

    private static List<String> texts(JsonNode entry, String name, String place) {
        JsonNode values = entry.path(name);
        if (values.isMissingNode()) {
            return List.of();
        }
        if (!values.isArray()) {
            throw new SettingException(place + ": " + name + " takes a list.");
        }
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.asText()));
        return texts;
    }
}
