package dev.newswire.cli.dlq;

import dev.newswire.platform.deadletter.DeadLetterHeaders;
import dev.newswire.platform.event.EventOrigin;
import dev.newswire.platform.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter.
 *
 * @param place where it stands
 * @param timestamp epoch milliseconds; that of the record that could not be used
 * @param key as it came
 * @param value as it came, possibly cut
 * @param length of the value in bytes; 0 where there is none
 * @param headers of the record, and why it could not be used
 */
public record Letter(
        EventOrigin place,
        long timestamp,
        byte @Nullable [] key,
        byte @Nullable [] value,
        int length,
        Headers headers) {
    /** Header of a parked letter: where it stood before. */
    static final String PARKED_FROM = "newswire-parked-from";
    /** Header of a parked letter: why, in the operator's words. */
    static final String PARKED_NOTE = "newswire-parked-note";

    private static final int LINE = 120;
    private static final String SOURCE = "ce_source";
    private static final String SOURCE_PREFIX = "/ingest/";

    static Letter of(ConsumerRecord<byte[], byte[]> record) {
        EventOrigin place = new EventOrigin(record.topic(), record.partition(), record.offset());
        return new Letter(
                place, record.timestamp(), record.key(), record.value(), length(record.value()), record.headers());
    }

    /** Where the record was read that could not be used; empty where it came over HTTP or from a file. */
    Optional<EventOrigin> origin() {
        return EventOrigin.parse(header(DeadLetterHeaders.TOPIC) + "/" + header(DeadLetterHeaders.PARTITION) + "/"
                + header(DeadLetterHeaders.OFFSET));
    }

    /** What it came by: a topic, or {@code api} for what came by no topic. */
    public String way() {
        return origin().map(EventOrigin::topic).orElse("api");
    }

    /** Name of the rule, or class of the error. */
    String rule() {
        return header(DeadLetterHeaders.EXCEPTION).replaceFirst("^.*\\.", "");
    }

    /** Why it could not be used, in a sentence. */
    String reason() {
        return header(DeadLetterHeaders.MESSAGE);
    }

    /** Identifier of the publisher; empty where that cannot be told without reading the value. */
    String source() {
        String source = header(SOURCE);
        return source.startsWith(SOURCE_PREFIX) ? source.substring(SOURCE_PREFIX.length()) : "";
    }

    /** How often it has been sent again already. */
    int attempts() {
        String attempts = header(DeadLetterHeaders.ATTEMPTS);
        return attempts.matches("[0-9]{1,9}") ? Integer.parseInt(attempts) : 0;
    }

    /** Whether less of it was kept than came, so that it cannot be sent again as it was. */
    boolean isCut() {
        String original = header(DeadLetterHeaders.ORIGINAL_BYTES);
        return original.matches("[0-9]{1,18}") && Long.parseLong(original) > length;
    }

    /** The letter in a line: place, time, way, source, attempts, reason. */
    public String line() {
        return String.format(
                Locale.ROOT,
                "%-26s %s %-26s %-16s %d  %s: %s",
                place,
                at().truncatedTo(ChronoUnit.SECONDS),
                way(),
                source().isEmpty() ? "-" : source(),
                attempts(),
                rule(),
                inALine(reason()));
    }

    private static String inALine(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= LINE ? line : line.substring(0, LINE - 1) + "…";
    }

    boolean isParked() {
        return place.topic().equals(Topics.DLQ_PARKED.name());
    }

    Instant at() {
        return Instant.ofEpochMilli(timestamp);
    }

    /** The same letter with another value. */
    Letter withValue(byte[] corrected) {
        Headers without = new org.apache.kafka.common.header.internals.RecordHeaders(headers);
        without.remove(DeadLetterHeaders.ORIGINAL_BYTES);
        return new Letter(place, timestamp, key, corrected, corrected.length, without);
    }

    /** The letter without its value. */
    Letter inShort() {
        return new Letter(place, timestamp, key, null, length, headers);
    }

    private static int length(byte @Nullable [] value) {
        return value == null ? 0 : value.length;
    }

    /** A header as text; empty where there is none. */
    String header(String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
