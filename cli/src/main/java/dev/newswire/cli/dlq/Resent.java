package dev.newswire.cli.dlq;

import dev.newswire.platform.deadletter.DeadLetterHeaders;
import dev.newswire.platform.event.EventOrigin;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The record that a letter was, as it is sent again: key, value, headers, time and partition as they were. */
final class Resent {
    private static final List<String> OURS = List.of(
            DeadLetterHeaders.EXCEPTION,
            DeadLetterHeaders.MESSAGE,
            DeadLetterHeaders.STACK_TRACE,
            DeadLetterHeaders.TOPIC,
            DeadLetterHeaders.PARTITION,
            DeadLetterHeaders.OFFSET,
            DeadLetterHeaders.ATTEMPTS,
            DeadLetterHeaders.REDRIVEN_FROM,
            Letter.PARKED_FROM,
            Letter.PARKED_NOTE);

    private Resent() {}

    static ProducerRecord<byte[], byte[]> record(Letter letter, EventOrigin origin) {
        Headers headers = new RecordHeaders(letter.headers());
        OURS.forEach(headers::remove);
        put(headers, DeadLetterHeaders.ATTEMPTS, Integer.toString(letter.attempts() + 1));
        put(headers, DeadLetterHeaders.REDRIVEN_FROM, letter.place().toString());
        Long timestamp = letter.timestamp() < 0 ? null : letter.timestamp();
        return new ProducerRecord<>(
                origin.topic(), origin.partition(), timestamp, letter.key(), letter.value(), headers);
    }

    static void put(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
