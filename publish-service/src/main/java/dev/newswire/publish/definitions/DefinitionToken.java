package dev.newswire.publish.definitions;

import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.runtime.HttpSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * Who may define feeds over HTTP: whoever knows the token; where there is none, whoever is on this machine, and nobody
 * where others can reach the service.
 */
public final class DefinitionToken {
    private static final String SETTING = "NEWSWIRE_PUBLISH_TOKEN";
    private static final int LEAST_CHARACTERS = 16;
    private static final String SCHEME = "Bearer ";

    private final String token;
    private final boolean isOpen;

    private DefinitionToken(String token, boolean isOpen) {
        this.token = token;
        this.isOpen = isOpen;
    }

    /**
     * As the environment says.
     *
     * @throws SettingException if the token could be guessed
     */
    public static DefinitionToken of(Settings settings, HttpSettings http) {
        String token = settings.text(SETTING, "");
        if (!token.isEmpty() && token.length() < LEAST_CHARACTERS) {
            throw new SettingException(SETTING + " has " + token.length() + " characters but takes at least "
                    + LEAST_CHARACTERS + ": openssl rand -base64 32 makes one.");
        }
        return new DefinitionToken(token, token.isEmpty() && http.isLoopback());
    }

    /** Whether a request with this header may change definitions. */
    boolean admits(@Nullable String authorization) {
        if (isOpen) {
            return true;
        }
        if (token.isEmpty() || authorization == null || !authorization.startsWith(SCHEME)) {
            return false;
        }
        byte[] given = authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), given);
    }

    /** What to do, for whoever is not admitted. */
    String advice() {
        return token.isEmpty()
                ? "Feeds cannot be defined over HTTP here: set " + SETTING + " for the publish service."
                : "Give the token of " + SETTING + " as \"Authorization: Bearer TOKEN\".";
    }
}
