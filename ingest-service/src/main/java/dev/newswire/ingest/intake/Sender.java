package dev.newswire.ingest.intake;

import dev.newswire.platform.deadletter.DeadLetterHeaders;
import dev.newswire.platform.deadletter.Reject;
import dev.newswire.platform.event.EventHeaders;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who sent the items of a request, as events and dead letters tell it.
 *
 * @param contentType as declared, or null
 * @param traceParent W3C trace context, or null
 * @param receivedAt when the request began
 * @param attempts how often these items have been sent again from among the dead letters
 */
public record Sender(@Nullable String contentType, @Nullable String traceParent, Instant receivedAt, int attempts) {

    /** A sender of something new. */
    public Sender(@Nullable String contentType, @Nullable String traceParent, Instant receivedAt) {
        this(contentType, traceParent, receivedAt, 0);
    }

    /** A dead letter keeps this much of what was sent. */
    private static final int KEPT_BYTES = 64 * 1024;

    private static final String PREFIX = "newswire-";

    /** The dead letter for an item that was refused. */
    Reject letter(Outcome.Rejected rejected) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(EventHeaders.ID, UUID.randomUUID().toString());
        attributes.put(EventHeaders.TYPE, "dev.newswire.article.rejected");
        attributes.put("ce_specversion", "1.0");
        attributes.put("ce_source", rejected.source() == null ? "/ingest" : "/ingest/" + rejected.source());
        attributes.put("ce_time", receivedAt.toString());
        put(attributes, EventHeaders.TRACE_PARENT, traceParent);
        put(attributes, PREFIX + "content-type", contentType);
        if (attempts > 0) {
            attributes.put(DeadLetterHeaders.ATTEMPTS, Integer.toString(attempts));
        }
        put(
                attributes,
                PREFIX + "pointer",
                rejected.place().pointer() + rejected.refusal().pointer());
        attributes.put(PREFIX + "item", Integer.toString(rejected.place().item()));
        if (rejected.place().line() > 0) {
            attributes.put(PREFIX + "line", Integer.toString(rejected.place().line()));
        }
        attributes.put(
                DeadLetterHeaders.ORIGINAL_BYTES,
                Long.toString(rejected.excerpt().originalLength()));
        return new Reject(
                rejected.excerpt().head(KEPT_BYTES),
                rejected.refusal().rule().id(),
                rejected.refusal().reason(),
                null,
                rejected.source(),
                attributes,
                receivedAt.toEpochMilli());
    }

    private static void put(Map<String, String> attributes, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            attributes.put(name, value);
        }
    }
}
