package dev.newswire.enrich;

import dev.newswire.enrich.lifecycle.Outcome;
import dev.newswire.platform.event.EventOrigin;
import dev.newswire.schema.internal.ArticleMemory;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Reads accepted articles, and remembers them. */
final class ExtractEntitiesProcessor extends ContextualProcessor<String, Outcome, String, Enrichment> {
    private final Enricher enricher;
    private final EnrichMeters meters;

    @SuppressWarnings("NullAway.Init") // by init
    private KeyValueStore<String, ArticleMemory> memories;

    ExtractEntitiesProcessor(Enricher enricher, EnrichMeters meters) {
        this.enricher = enricher;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, Enrichment> context) {
        super.init(context);
        memories = context.getStateStore(EnrichTopology.ARTICLES);
    }

    @Override
    public void process(Record<String, Outcome> record) {
        if (record.value() instanceof Outcome.Accepted accepted) {
            forward(record, read(accepted));
            meters.enriched.increment();
        } else if (record.value() instanceof Outcome.Retracted retracted) {
            forward(record, enricher.withdraw(retracted));
            meters.retracted.increment();
        }
    }

    private Enrichment read(Outcome.Accepted accepted) {
        try {
            return meters.extraction.record(() -> enricher.enrich(accepted));
        } catch (RuntimeException e) {
            meters.failed.increment();
            throw e;
        }
    }

    private void forward(Record<String, Outcome> record, Enrichment enrichment) {
        memories.put(record.key(), enrichment.memory());
        Headers headers = new RecordHeaders(record.headers());
        EventOrigin.of(context()).addTo(headers);
        context().forward(record.withValue(enrichment).withHeaders(headers));
    }
}
