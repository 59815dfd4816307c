package dev.newswire.platform.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings of a process: an immutable map of names as in the environment ({@code NEWSWIRE_HTTP_PORT}).
 * The environment wins over the YAML file that {@code NEWSWIRE_CONFIG} names. A setting's value may stand in a file of
 * its own, which {@code <SETTING>_FILE} names.
 */
public final class Settings {
    private static final String KAFKA_PREFIX = "KAFKA_";
    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * @param environment names and values as {@link System#getenv()} gives them
     * @throws SettingException if the file that NEWSWIRE_CONFIG names, or one that holds a setting, cannot be read
     */
    public static Settings of(Map<String, String> environment) {
        Map<String, String> values = new HashMap<>();
        String file = environment.get("NEWSWIRE_CONFIG");
        if (file != null && !file.isBlank()) {
            values.putAll(YamlSettings.read(file));
        }
        values.putAll(environment);
        values.putAll(SecretFiles.read(values));
        return new Settings(values);
    }

    /** These settings with others in their place where given. */
    public Settings with(Map<String, String> overrides) {
        Map<String, String> merged = new HashMap<>(values);
        merged.putAll(overrides);
        return new Settings(merged);
    }

    /** A text, or the default where the setting is absent or blank. */
    public String text(String name, String defaultValue) {
        String value = values.get(name);
        return value == null || value.isBlank() ? defaultValue : value.strip();
    }

    /** A switch: true or false. */
    public boolean flag(String name, boolean defaultValue) {
        String value = text(name, Boolean.toString(defaultValue)).toLowerCase(Locale.ROOT);
        if (value.equals("true") || value.equals("false")) {
            return value.equals("true");
        }
        throw new SettingException(name + " is \"" + value + "\" but takes true or false.");
    }

    /** A whole number between {@code min} and {@code max}, both included. */
    public int integer(String name, int defaultValue, int min, int max) {
        return (int) number(name, defaultValue, min, max);
    }

    /** A whole number between {@code min} and {@code max}, both included. */
    public long number(String name, long defaultValue, long min, long max) {
        String value = text(name, Long.toString(defaultValue));
        try {
            long parsed = Long.parseLong(value);
            if (parsed >= min && parsed <= max) {
                return parsed;
            }
        } catch (NumberFormatException ignored) {
            // The sentence below says what is expected.
        }
        throw new SettingException(
                name + " is \"" + value + "\" but takes a whole number from " + min + " to " + max + ".");
    }

    /** A decimal number between {@code min} and {@code max}, both included. */
    public double decimal(String name, double defaultValue, double min, double max) {
        String value = text(name, Double.toString(defaultValue));
        try {
            double parsed = Double.parseDouble(value);
            if (parsed >= min && parsed <= max) {
                return parsed;
            }
        } catch (NumberFormatException ignored) {
            // The sentence below says what is expected.
        }
        throw new SettingException(name + " is \"" + value + "\" but takes a number from " + min + " to " + max + ".");
    }

    /** A duration in ISO 8601 ({@code PT30S}, {@code P7D}). */
    public Duration duration(String name, Duration defaultValue) {
        String value = text(name, defaultValue.toString());
        try {
            Duration parsed = Duration.parse(value);
            if (!parsed.isNegative()) {
                return parsed;
            }
        } catch (DateTimeParseException ignored) {
            // The sentence below says what is expected.
        }
        throw new SettingException(name + " is \"" + value + "\" but takes a duration such as PT30S or P7D.");
    }

    /**
     * Every {@code KAFKA_*} setting as a client property: {@code KAFKA_SASL_MECHANISM} becomes {@code sasl.mechanism}.
     * Two underscores stand for one underscore, three for a hyphen.
     */
    public Map<String, Object> kafka() {
        Map<String, Object> properties = new TreeMap<>();
        properties.put("bootstrap.servers", "127.0.0.1:9092");
        properties.put("schema.registry.url", "http://127.0.0.1:8081/apis/ccompat/v7");
        values.forEach((name, value) -> {
            if (name.startsWith(KAFKA_PREFIX) && !isFileOfAnother(name)) {
                properties.put(clientProperty(name.substring(KAFKA_PREFIX.length())), value);
            }
        });
        return properties;
    }

    /** A file that holds a setting is no property itself. */
    private boolean isFileOfAnother(String name) {
        return name.endsWith("_FILE") && values.containsKey(name.substring(0, name.length() - "_FILE".length()));
    }

    private static String clientProperty(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replace("___", "-")
                .replace("__", "\u0000")
                .replace('_', '.')
                .replace('\u0000', '_');
    }
}
