package dev.newswire.ingest.poll;

import dev.newswire.schema.SourceState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a source fares, as this instance sees it.
 *
 * @param isPolledHere whether this instance polls it; else another does
 * @param state what is known, or null where nothing is
 */
public record SourceStatus(
        Source source, boolean isPolledHere, @Nullable SourceState state) {

    /** In one word: disabled, elsewhere, waiting (for its first poll), gone, failing or polled. */
    public String condition() {
        if (!source.isEnabled()) {
            return "disabled";
        }
        if (!isPolledHere) {
            return "elsewhere";
        }
        if (state == null) {
            return "waiting";
        }
        if (PollLoop.isGone(source, state)) {
            return "gone";
        }
        return state.getFailures() > 0 ? "failing" : "polled";
    }

    /** When it is polled next, or null where it is not before its URL or the list changes, or nothing is known. */
    public @Nullable Instant nextPollAt() {
        if (state == null || !source.isEnabled() || PollLoop.isGone(source, state)) {
            return null;
        }
        return state.getNextPollAt();
    }
}
