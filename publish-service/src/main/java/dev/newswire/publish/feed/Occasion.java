package dev.newswire.publish.feed;

import dev.newswire.schema.internal.EventCoordinates;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances of a change.
 *
 * @param at record time; for a timer, when it rang
 * @param origin the event that caused it; null where the record names none
 * @param headers of the record, to be kept for what is written later
 */
public record Occasion(Instant at, @Nullable EventCoordinates origin, Map<String, ByteBuffer> headers) {
    /** An occasion that no event caused. */
    public static Occasion timer(Instant at) {
        return new Occasion(at, null, Map.of());
    }
}
