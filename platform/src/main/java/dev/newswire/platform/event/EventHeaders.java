package dev.newswire.platform.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * CloudEvents 1.0 attributes in binary mode (Kafka protocol binding) and the W3C trace context. They are stamped at
 * ingest and travel to the feed.
 */
public final class EventHeaders {
    /** Event identifier. */
    public static final String ID = "ce_id";
    /** Event type, {@code dev.newswire.article.upserted} or {@code .retracted}. */
    public static final String TYPE = "ce_type";
    /** W3C trace context. */
    public static final String TRACE_PARENT = "traceparent";

    /** The run of `newswire re-enrich` that had the article read anew. */
    public static final String REENRICH_RUN = "newswire-reenrich-run";

    private static final String SOURCE = "ce_source";
    private static final String SPEC_VERSION = "ce_specversion";
    private static final String TIME = "ce_time";
    private static final List<String> TRAVELLING =
            List.of(ID, TYPE, SOURCE, SPEC_VERSION, TIME, TRACE_PARENT, REENRICH_RUN);
    private static final Pattern TRACE_PARENT_FORM =
            Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private EventHeaders() {}

    /**
     * Stamps a new event.
     *
     * @param type last part of the event type, such as {@code article.upserted}
     * @param source the article's source
     * @param at time of receipt
     * @param traceParent of the sender; where absent or malformed a new trace begins
     */
    public static void stamp(Headers headers, String type, String source, Instant at, @Nullable String traceParent) {
        put(headers, ID, EventId.at(at).toString());
        put(headers, TYPE, "dev.newswire." + type);
        put(headers, SOURCE, "/ingest/" + source);
        put(headers, SPEC_VERSION, "1.0");
        put(headers, TIME, at.toString());
        boolean usable =
                traceParent != null && TRACE_PARENT_FORM.matcher(traceParent).matches();
        put(headers, TRACE_PARENT, usable && traceParent != null ? traceParent : newTrace());
    }

    /** Copies the headers that travel with an event, and its origin, from one record to another. */
    public static void copy(Headers from, Headers to) {
        for (String name : TRAVELLING) {
            copy(from, to, name);
        }
        copy(from, to, EventOrigin.HEADER);
    }

    /** The headers that travel, as a value that can be kept until something is written in their name. */
    public static Map<String, ByteBuffer> keep(Headers headers) {
        Headers travelling = new RecordHeaders();
        copy(headers, travelling);
        Map<String, ByteBuffer> kept = new LinkedHashMap<>();
        travelling.forEach(header -> kept.put(header.key(), ByteBuffer.wrap(header.value())));
        return kept;
    }

    /** The headers that were kept. */
    public static Headers restore(Map<String, ByteBuffer> kept) {
        Headers headers = new RecordHeaders();
        kept.forEach((name, value) -> headers.add(name, Utils.toArray(value)));
        return headers;
    }

    private static void copy(Headers from, Headers to, String name) {
        Header header = from.lastHeader(name);
        if (header != null) {
            to.remove(name);
            to.add(name, header.value());
        }
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String newTrace() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return "00-" + hex.toHexDigits(random.nextLong())
                + hex.toHexDigits(random.nextLong(1, Long.MAX_VALUE)) + "-"
                + hex.toHexDigits(random.nextLong(1, Long.MAX_VALUE)) + "-01";
    }
}
