package dev.newswire.enrich;

import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.internal.ArticleMemory;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Reads articles anew as they stand. Nothing comes of one that names the same entities as before, nor of one that was
 * corrected or withdrawn since the request was made.
 */
final class ReenrichProcessor extends ContextualProcessor<String, EnrichedArticle, String, Enrichment> {
    private final Enricher enricher;
    private final EnrichMeters meters;

    @SuppressWarnings("NullAway.Init") // by init
    private KeyValueStore<String, ArticleMemory> memories;

    ReenrichProcessor(Enricher enricher, EnrichMeters meters) {
        this.enricher = enricher;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, Enrichment> context) {
        super.init(context);
        memories = context.getStateStore(EnrichTopology.ARTICLES);
    }

    @Override
    public void process(Record<String, EnrichedArticle> record) {
        meters.requestsReceived.increment();
        EnrichedArticle shown = checked(record.key(), record.value());
        ArticleMemory memory = memories.get(record.key());
        if (memory == null || !isCurrent(shown, memory)) {
            meters.requestsOutdated.increment();
            return;
        }
        Optional<Enrichment> enrichment = read(memory, shown);
        if (enrichment.isEmpty()) {
            meters.requestsUnchanged.increment();
            return;
        }
        memories.put(record.key(), enrichment.get().memory());
        context().forward(record.withValue(enrichment.get()));
        meters.requestsChanged.increment();
    }

    private static boolean isCurrent(EnrichedArticle shown, ArticleMemory memory) {
        boolean same = !memory.getRetracted() && memory.getContentHash().equals(shown.getContentHash());
        boolean noted = memory.getEnrichedRevision() != 0;
        return same
                && (noted
                        ? shown.getRevision() == memory.getEnrichedRevision()
                        : shown.getRevision() <= memory.getRevision());
    }

    private Optional<Enrichment> read(ArticleMemory memory, EnrichedArticle shown) {
        try {
            return meters.extraction.record(() -> enricher.again(memory, shown));
        } catch (RuntimeException e) {
            meters.requestsFailed.increment();
            throw e;
        }
    }

    private EnrichedArticle checked(@Nullable String key, @Nullable EnrichedArticle article) {
        if (article == null || !article.getArticleId().equals(key)) {
            meters.requestsFailed.increment();
            throw new IllegalArgumentException(
                    article == null
                            ? "The record has no value: an article is read anew from its text"
                            : "The record's key is not the article id " + article.getArticleId());
        }
        return article;
    }
}
