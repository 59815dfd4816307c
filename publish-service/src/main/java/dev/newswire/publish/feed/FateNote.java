package dev.newswire.publish.feed;

import dev.newswire.schema.Fate;
import dev.newswire.schema.internal.EventCoordinates;
import org.jspecify.annotations.Nullable;

/**
 * The fate of an event.
 *
 * @param fate what became of it
 * @param event the event
 * @param source of its article; null where that is not remembered
 * @param revision of the event; 0 for a withdrawal, whose revision does not travel this far
 * @param reason one sentence; null where the fate says it all
 */
public record FateNote(
        Fate fate,
        EventCoordinates event,
        @Nullable String source,
        long revision,
        @Nullable String reason) {}
