package dev.newswire.enrich;

import dev.newswire.platform.event.EventOrigin;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Where the record in hand stands. */
final class Origins {
    private Origins() {}

    static EventOrigin of(ProcessingContext context) {
        RecordMetadata place = context.recordMetadata()
                .orElseThrow(() -> new IllegalStateException("An event was processed outside of a record"));
        return new EventOrigin(place.topic(), place.partition(), place.offset());
    }
}
