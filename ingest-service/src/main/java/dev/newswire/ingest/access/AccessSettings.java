package dev.newswire.ingest.access;

import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.runtime.HttpSettings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the environment says about who may send.
 *
 * @param tokens file of tokens; none where nobody needs one
 * @param articlesPerSecond of one token, or of all senders together where there are none; 0 for any number
 * @param burst articles that may come at once after a pause
 */
public record AccessSettings(Optional<Path> tokens, double articlesPerSecond, int burst) {

    private static final String FILE = "NEWSWIRE_INGEST_TOKENS_FILE";
    private static final String SWITCH = "NEWSWIRE_INGEST_TOKENS";

    /**
     * As the environment says.
     *
     * @throws SettingException if a value must be mended, or others than this machine could send without a token though
     *     nobody has said that they may
     */
    public static AccessSettings of(Settings settings, HttpSettings http) {
        String file = settings.text(FILE, "");
        boolean isOff = isOff(settings);
        if (isOff && !file.isEmpty()) {
            throw new SettingException(SWITCH + " is off, but " + FILE + " names a file: leave one of them out.");
        }
        if (file.isEmpty() && !isOff && !http.isLoopback()) {
            throw new SettingException(
                    "NEWSWIRE_HTTP_HOST is " + http.host() + ", which others can reach: name a file of"
                            + " tokens in " + FILE + " (newswire token makes them), or set " + SWITCH
                            + "=off if something in front of the service checks who sends.");
        }
        return new AccessSettings(
                file.isEmpty() ? Optional.empty() : Optional.of(Path.of(file)),
                settings.decimal("NEWSWIRE_INGEST_ARTICLES_PER_SECOND", 0, 0, 1e9),
                settings.integer("NEWSWIRE_INGEST_ARTICLES_BURST", 10_000, 1, Integer.MAX_VALUE));
    }

    /**
     * The door-keeper.
     *
     * @throws SettingException if the file of tokens must be mended
     */
    public Access access() {
        return tokens.isPresent() ? TokenFile.open(tokens.get()) : Access.OPEN;
    }

    /** The limit of the rate. */
    public RateLimit rateLimit() {
        return new RateLimit(articlesPerSecond, burst, System::nanoTime);
    }

    private static boolean isOff(Settings settings) {
        String value = settings.text(SWITCH, "auto");
        if (value.equals("off") || value.equals("auto")) {
            return value.equals("off");
        }
        throw new SettingException(SWITCH + " is \"" + value + "\" but takes off or auto.");
    }
}
