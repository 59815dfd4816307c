package dev.newswire.platform.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Settings whose values stand in files of their own: {@code KAFKA_SASL_JAAS_CONFIG_FILE} names the file that holds
 * {@code KAFKA_SASL_JAAS_CONFIG}. So secrets can be mounted, and stand in no environment and no command line.
 */
final class SecretFiles {
    private static final String SUFFIX = "_FILE";
    /** These are names of files by themselves. */
    private static final Set<String> NOT_MEANT = Set.of(
            "NEWSWIRE_INGEST_TOKENS_FILE",
            "NEWSWIRE_INGEST_SOURCES_FILE",
            "KAFKA_SASL_OAUTHBEARER_ASSERTION_FILE",
            "KAFKA_SASL_OAUTHBEARER_ASSERTION_PRIVATE_KEY_FILE",
            "KAFKA_SASL_OAUTHBEARER_ASSERTION_TEMPLATE_FILE");

    private SecretFiles() {}

    /**
     * The settings that such files hold.
     *
     * @throws SettingException if a file cannot be read, or its setting is given besides
     */
    static Map<String, String> read(Map<String, String> values) {
        Map<String, String> held = new HashMap<>();
        values.forEach((name, file) -> {
            if (isMeant(name) && !file.isBlank()) {
                String setting = name.substring(0, name.length() - SUFFIX.length());
                if (values.containsKey(setting)) {
                    throw new SettingException("Both " + setting + " and " + name + " are set: leave one of them out.");
                }
                held.put(setting, content(name, file.strip()));
            }
        });
        return held;
    }

    private static boolean isMeant(String name) {
        return name.endsWith(SUFFIX)
                && (name.startsWith("KAFKA_") || name.startsWith("NEWSWIRE_"))
                && !NOT_MEANT.contains(name);
    }

    /** Whoever writes such a file ends its line; the secret does not end so. */
    private static String content(String name, String file) {
        try {
            return Files.readString(Path.of(file)).stripTrailing();
        } catch (IOException e) {
            throw new SettingException(name + ": " + file + " cannot be read.");
        }
    }
}
