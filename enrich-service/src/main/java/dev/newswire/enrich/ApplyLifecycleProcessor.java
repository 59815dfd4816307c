package dev.newswire.enrich;

import dev.newswire.enrich.lifecycle.Lifecycle;
import dev.newswire.enrich.lifecycle.Outcome;
import dev.newswire.schema.RawArticle;
import dev.newswire.schema.internal.ArticleMemory;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Decides what an event means. An accepted article is remembered by {@link ExtractEntitiesProcessor} only once it was
 * read: one that cannot be read must not pass for known when it is sent again.
 */
final class ApplyLifecycleProcessor extends ContextualProcessor<String, RawArticle, String, Outcome> {
    private final EnrichMeters meters;

    @SuppressWarnings("NullAway.Init") // by init
    private KeyValueStore<String, ArticleMemory> memories;

    ApplyLifecycleProcessor(EnrichMeters meters) {
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, Outcome> context) {
        super.init(context);
        memories = context.getStateStore(EnrichTopology.ARTICLES);
    }

    @Override
    public void process(Record<String, RawArticle> record) {
        meters.received.increment();
        RawArticle event = checked(record.key(), record.value());
        Outcome outcome = Lifecycle.decide(memories.get(event.getArticleId()), event);
        if (outcome instanceof Outcome.Unchanged) {
            meters.unchanged.increment();
            memories.put(event.getArticleId(), outcome.memory());
        } else if (outcome instanceof Outcome.Stale) {
            meters.stale.increment();
            memories.put(event.getArticleId(), outcome.memory());
        }
        context().forward(record.withValue(outcome));
    }

    private RawArticle checked(@Nullable String key, @Nullable RawArticle event) {
        if (event == null) {
            meters.failed.increment();
            throw new IllegalArgumentException("The record has no value: withdraw an article by a RETRACT event");
        }
        if (!event.getArticleId().equals(key)) {
            meters.failed.increment();
            throw new IllegalArgumentException("The record's key is not the article id " + event.getArticleId());
        }
        return event;
    }
}
