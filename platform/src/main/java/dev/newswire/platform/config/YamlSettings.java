package dev.newswire.platform.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Flattens a YAML file into names as in the environment: {@code http: {port: 80}} is {@code NEWSWIRE_HTTP_PORT}. */
final class YamlSettings {
    private YamlSettings() {}

    static Map<String, String> read(String file) {
        try {
            JsonNode root = new YAMLMapper().readTree(Files.readString(Path.of(file)));
            Map<String, String> values = new HashMap<>();
            if (root != null && root.isObject()) {
                root.properties().forEach(entry -> flatten(rootName(entry.getKey()), entry.getValue(), values));
            }
            return values;
        } catch (JsonProcessingException e) {
            throw new SettingException("NEWSWIRE_CONFIG: " + file + " is not valid YAML: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new SettingException("NEWSWIRE_CONFIG: " + file + " cannot be read.");
        }
    }

    private static String rootName(String key) {
        return key.equals("kafka") ? "KAFKA" : "NEWSWIRE_" + name(key);
    }

    private static void flatten(String prefix, JsonNode node, Map<String, String> values) {
        if (node.isObject()) {
            node.properties().forEach(entry -> flatten(prefix + "_" + name(entry.getKey()), entry.getValue(), values));
            return;
        }
        values.put(prefix, node.asText());
    }

    private static String name(String key) {
        return key.toUpperCase(Locale.ROOT)
                .replace("_", "__")
                .replace("-", "___")
                .replace('.', '_');
    }
}
