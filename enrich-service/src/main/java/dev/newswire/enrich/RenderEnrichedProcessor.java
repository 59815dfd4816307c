package dev.newswire.enrich;

import dev.newswire.platform.event.EventHeaders;
import dev.newswire.schema.EnrichedArticle;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** The enriched article, or its tombstone, with the event that it comes from. */
final class RenderEnrichedProcessor extends ContextualProcessor<String, Enrichment, String, @Nullable EnrichedArticle> {
    @Override
    public void process(Record<String, Enrichment> record) {
        Headers headers = new RecordHeaders();
        EventHeaders.copy(record.headers(), headers);
        context().forward(new Record<>(record.key(), record.value().article(), record.timestamp(), headers));
    }
}
