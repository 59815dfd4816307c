package dev.newswire.enrich;

import dev.newswire.enrich.related.RelatedView;
import dev.newswire.platform.streams.TurnQueue;
import dev.newswire.schema.RelatedArticles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Writes the links of articles whose links are others than last written. An article gets most of its links within
 * moments, one message each, so changes wait a little and are written as one. Once written, it waits longer: each
 * writing is a record in every feed that the article stands in, and in a story that many tell each new article changes
 * the links of those before it. What a withdrawal ends does not wait, nor does another name of a story.
 */
final class ShowRelatedProcessor extends ContextualProcessor<String, LinkOutput, String, @Nullable RelatedArticles> {
    /**
     * Articles written at a time while records come, so that these do not wait. The rest follows next time, and what
     * changes meanwhile is written with it: the more there is to do, the less often each article is written.
     */
    private static final int MOST_WHEN_BUSY = 100;

    private static final int MOST_WHEN_IDLE = 1_000;
    /** Stands for no links at all. */
    private static final long NOTHING = 0;

    private final EnrichSettings settings;
    private final String rulesVersion;
    private final EnrichMeters meters;
    private final LinkMemoryStore.Shared shared;
    private final TurnQueue waiting;
    /** When articles were written last, the oldest first; only those that still have to wait. */
    private final Map<String, Instant> lately = new LinkedHashMap<>();

    private boolean busy;

    @SuppressWarnings("NullAway.Init") // by init
    private LinkMemoryStore memories;

    @SuppressWarnings("NullAway.Init") // by init
    private KeyValueStore<String, Long> changed;

    @SuppressWarnings("NullAway.Init") // by init
    private KeyValueStore<String, Long> shown;

    ShowRelatedProcessor(
            EnrichSettings settings, LinkMemoryStore.Shared shared, String rulesVersion, EnrichMeters meters) {
        this.settings = settings;
        this.shared = shared;
        this.rulesVersion = rulesVersion;
        this.meters = meters;
        this.waiting = new TurnQueue(settings.relatedPause());
    }

    @Override
    public void init(ProcessorContext<String, @Nullable RelatedArticles> context) {
        super.init(context);
        memories = shared.open(context);
        changed = context.getStateStore(EnrichTopology.CHANGED);
        shown = context.getStateStore(EnrichTopology.SHOWN);
        try (KeyValueIterator<String, Long> left = changed.all()) {
            left.forEachRemaining(article -> waiting.add(article.key, Instant.EPOCH, false));
        }
        context.schedule(settings.relatedInterval(), PunctuationType.WALL_CLOCK_TIME, this::showChanges);
    }

    @Override
    public void process(Record<String, LinkOutput> record) {
        busy = true;
        if (!(record.value() instanceof LinkOutput.Changed change)) {
            return;
        }
        // What was never shown tells of nothing that has ended.
        if (change.urgent() && shown.get(record.key()) != null) {
            show(
                    record.key(),
                    record.timestamp(),
                    Instant.ofEpochMilli(context().currentSystemTimeMs()));
        } else {
            changed.put(record.key(), record.timestamp());
            waiting.add(record.key(), lately.getOrDefault(record.key(), Instant.EPOCH), false);
        }
    }

    @Override
    public void close() {
        shared.close(context());
    }

    private void showChanges(long timestamp) {
        Instant now = Instant.ofEpochMilli(timestamp);
        forget(now.minus(settings.relatedPause()));
        int room = busy ? MOST_WHEN_BUSY : MOST_WHEN_IDLE;
        busy = false;
        String articleId = waiting.next(now);
        while (articleId != null) {
            Long changedAt = changed.get(articleId);
            // Else a withdrawal had it written meanwhile.
            if (changedAt != null) {
                show(articleId, changedAt, now);
                room--;
            }
            articleId = room > 0 ? waiting.next(now) : null;
        }
    }

    private void forget(Instant before) {
        Iterator<Instant> times = lately.values().iterator();
        while (times.hasNext() && !times.next().isAfter(before)) {
            times.remove();
        }
    }

    private void show(String articleId, long timestamp, Instant now) {
        changed.delete(articleId);
        RelatedArticles view = RelatedView.of(articleId, memories.get(articleId), rulesVersion);
        long fingerprint = fingerprint(view);
        Long before = shown.get(articleId);
        if (fingerprint == (before == null ? NOTHING : before)) {
            return;
        }
        shown.put(articleId, fingerprint == NOTHING ? null : fingerprint);
        lately.remove(articleId);
        lately.put(articleId, now);
        meters.relatedWritten.increment();
        context().forward(new Record<>(articleId, view, timestamp, new RecordHeaders()));
    }

    private static long fingerprint(@Nullable RelatedArticles view) {
        if (view == null) {
            return NOTHING;
        }
        try {
            return SchemaNormalization.fingerprint64(view.toByteBuffer().array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
