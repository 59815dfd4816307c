package dev.newswire.enrich;

import dev.newswire.enrich.related.CandidateFinder;
import dev.newswire.schema.internal.LinkEvent;
import dev.newswire.schema.internal.Posting;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Scores an article against the newest that stand under the same key. */
final class FindCandidatesProcessor extends ContextualProcessor<String, Posting, String, LinkEvent> {
    private static final Duration SWEEP_INTERVAL = Duration.ofMinutes(1);

    private final CandidateFinder finder;
    private final EnrichSettings settings;
    private final EnrichMeters meters;

    @SuppressWarnings("NullAway.Init") // by init
    private PostingStore rings;

    FindCandidatesProcessor(CandidateFinder finder, EnrichSettings settings, EnrichMeters meters) {
        this.finder = finder;
        this.settings = settings;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, LinkEvent> context) {
        super.init(context);
        rings = new PostingStore(context.getStateStore(EnrichTopology.POSTINGS), settings.postingsPerKey());
        context.schedule(SWEEP_INTERVAL, PunctuationType.STREAM_TIME, this::sweep);
    }

    @Override
    public void process(Record<String, Posting> record) {
        String key = record.key();
        Posting posting = record.value();
        long horizon = horizon(context().currentStreamTimeMs());
        List<Posting> others = rings.others(key, posting.getArticleId(), horizon);
        for (LinkEvent event : finder.find(key, posting, others)) {
            meters.pairsLinked.increment();
            context().forward(record.withKey(posting.getArticleId()).withValue(event));
        }
        rings.put(key, posting, others, horizon);
    }

    /** Postings that came before are gone. */
    private long horizon(long now) {
        return now - settings.window().toMillis();
    }

    private void sweep(long now) {
        meters.postingsExpired.increment(rings.sweep(horizon(now)));
    }
}
