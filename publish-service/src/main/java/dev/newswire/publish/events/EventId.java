package dev.newswire.publish.events;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an event stands on the topic of entries: the same on every instance and after a restart.
 *
 * @param partition from 0
 * @param offset from 0; -1 before the first
 */
public record EventId(int partition, long offset) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})-(\\d{1,18})");

    /** The id that a client names in {@code Last-Event-ID}; empty where it names none of ours. */
    public static Optional<EventId> parse(@Nullable String text) {
        Matcher matcher = FORM.matcher(text == null ? "" : text.strip());
        return matcher.matches()
                ? Optional.of(new EventId(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return partition + "-" + offset;
    }
}
