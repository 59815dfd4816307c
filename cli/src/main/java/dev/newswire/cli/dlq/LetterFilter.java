package dev.newswire.cli.dlq;

import dev.newswire.platform.event.EventOrigin;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which letters are meant: those that every part which is given takes.
 *
 * @param places of single letters; empty for any
 * @param topics that the letter stands in, or that its record was read from; empty for any
 * @param sources of articles; empty for any
 * @param reason part of the rule, error or sentence, whatever its case; empty for any
 * @param since letters of that time or later; null for any
 * @param until letters before that time; null for any
 */
public record LetterFilter(
        Set<EventOrigin> places,
        Set<String> topics,
        Set<String> sources,
        String reason,
        @Nullable Instant since,
        @Nullable Instant until) {

    /** Whether a letter is meant. */
    boolean takes(Letter letter) {
        return (places.isEmpty() || places.contains(letter.place()))
                && (topics.isEmpty() || topics.contains(letter.place().topic()) || topics.contains(letter.way()))
                && (sources.isEmpty() || sources.contains(letter.source()))
                && isOfReason(letter)
                && isOfTime(letter.at());
    }

    /** Whether it means all letters. */
    public boolean isEmpty() {
        return places.isEmpty()
                && topics.isEmpty()
                && sources.isEmpty()
                && reason.isEmpty()
                && since == null
                && until == null;
    }

    private boolean isOfReason(Letter letter) {
        String wanted = reason.toLowerCase(Locale.ROOT);
        return letter.reason().toLowerCase(Locale.ROOT).contains(wanted)
                || letter.rule().toLowerCase(Locale.ROOT).contains(wanted);
    }

    private boolean isOfTime(Instant at) {
        return (since == null || !at.isBefore(since)) && (until == null || at.isBefore(until));
    }
}
