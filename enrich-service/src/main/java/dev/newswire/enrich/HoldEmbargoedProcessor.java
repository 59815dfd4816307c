package dev.newswire.enrich;

import dev.newswire.platform.streams.DueTimes;
import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.internal.ArticleMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps articles under embargo from being linked: until its time an article is to all others as one that was withdrawn,
 * so that neither their links nor the size of their story tells of it.
 */
final class HoldEmbargoedProcessor extends ContextualProcessor<String, Enrichment, String, Enrichment> {
    private static final Duration CHECK = Duration.ofMillis(250);
    /** Most articles let out at a time, some 100 ms of work: the rest follows at the next check. */
    private static final int RELEASES = 200;

    private final Enricher enricher;

    @SuppressWarnings("NullAway.Init") // by init
    private KeyValueStore<String, ArticleMemory> memories;

    @SuppressWarnings("NullAway.Init") // by init
    private KeyValueStore<String, EnrichedArticle> held;

    @SuppressWarnings("NullAway.Init") // by init
    private DueTimes ends;

    HoldEmbargoedProcessor(Enricher enricher) {
        this.enricher = enricher;
    }

    @Override
    public void init(ProcessorContext<String, Enrichment> context) {
        super.init(context);
        memories = context.getStateStore(EnrichTopology.ARTICLES);
        held = context.getStateStore(EnrichTopology.HELD);
        ends = new DueTimes(context.getStateStore(EnrichTopology.EMBARGOES));
        context.schedule(CHECK, PunctuationType.WALL_CLOCK_TIME, this::releaseDue);
    }

    @Override
    public void process(Record<String, Enrichment> record) {
        forget(record.key());
        EnrichedArticle article = record.value().article();
        Instant embargo = article == null ? null : article.getEmbargoUntil();
        if (article == null || embargo == null || embargo.toEpochMilli() <= record.timestamp()) {
            context().forward(record);
            return;
        }
        held.put(record.key(), article);
        ends.add(embargo, record.key());
        Enrichment hidden = hidden(record.value());
        memories.put(record.key(), hidden.memory());
        context().forward(record.withValue(hidden));
    }

    /** What happened last to an article counts, and nothing that was held before. */
    private void forget(String articleId) {
        EnrichedArticle former = held.delete(articleId);
        Instant embargo = former == null ? null : former.getEmbargoUntil();
        if (embargo != null) {
            ends.remove(embargo, articleId);
        }
    }

    private static Enrichment hidden(Enrichment enrichment) {
        ArticleMemory memory = ArticleMemory.newBuilder(enrichment.memory())
                .setPostingKeys(List.of())
                .build();
        return new Enrichment(memory, null, null, enrichment.formerKeys());
    }

    private void releaseDue(long now) {
        ends.take(Instant.ofEpochMilli(now), RELEASES, this::release);
    }

    private void release(String articleId) {
        @Nullable EnrichedArticle article = held.delete(articleId);
        @Nullable ArticleMemory memory = memories.get(articleId);
        if (article == null || memory == null) {
            return;
        }
        Enrichment released = enricher.release(memory, article);
        memories.put(articleId, released.memory());
        context().forward(new Record<>(articleId, released, recordTime(article), new RecordHeaders()));
    }

    /** Not the clock's time: in a replay that would expire what is yet to be read. */
    private long recordTime(EnrichedArticle article) {
        return Math.max(article.getReceivedAt().toEpochMilli(), context().currentStreamTimeMs());
    }
}
