package dev.newswire.cli;

import dev.newswire.platform.config.SettingException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times as people give them to commands. */
final class Times {
    private Times() {}

    /**
     * A moment: {@code 2026-01-31T12:00:00Z}, or how long ago: {@code P7D}; null stays null.
     *
     * @throws SettingException if it is neither
     */
    static @Nullable Instant instant(String option, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return text.startsWith("P") ? Instant.now().minus(Duration.parse(text)) : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new SettingException(option + " is \"" + text
                    + "\" but takes a time such as 2026-01-31T12:00:00Z or a duration such as P7D.");
        }
    }
}
