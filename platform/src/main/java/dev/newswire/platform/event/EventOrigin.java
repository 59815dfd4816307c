package dev.newswire.platform.event;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Where an event entered: its identity in the ledger of fates. Travels as header {@value #HEADER} in the form
 * {@code topic/partition/offset}.
 *
 * @param topic of the event
 * @param partition of the event, from 0
 * @param offset of the event, from 0
 */
public record EventOrigin(String topic, int partition, long offset) {
    /** Name of the header. */
    public static final String HEADER = "newswire-event";

    /**
     * Where the record in hand stands.
     *
     * @throws IllegalStateException outside of a record, as in a punctuation
     */
    public static EventOrigin of(ProcessingContext context) {
        RecordMetadata place = context.recordMetadata()
                .orElseThrow(() -> new IllegalStateException("An event was processed outside of a record"));
        return new EventOrigin(place.topic(), place.partition(), place.offset());
    }

    /** The origin that these headers carry; empty where there is none or it is not readable. */
    public static Optional<EventOrigin> fromHeaders(Headers headers) {
        Header header = headers.lastHeader(HEADER);
        return header == null || header.value() == null
                ? Optional.empty()
                : parse(new String(header.value(), StandardCharsets.UTF_8));
    }

    /** Puts this origin in the place of any other. */
    public void addTo(Headers headers) {
        headers.remove(HEADER);
        headers.add(HEADER, toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return topic + "/" + partition + "/" + offset;
    }

    /** The origin that a text in the form {@code topic/partition/offset} names; empty where it names none. */
    public static Optional<EventOrigin> parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(new EventOrigin(parts[0], Integer.parseInt(parts[1]), Long.parseLong(parts[2])));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
