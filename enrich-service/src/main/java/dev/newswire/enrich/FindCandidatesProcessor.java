package dev.newswire.enrich;

import dev.newswire.enrich.related.Candidate;
import dev.newswire.enrich.related.CandidateFinder;
import dev.newswire.schema.internal.LinkEvent;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Scores an article against the newest that stand under the same key. */
final class FindCandidatesProcessor extends ContextualProcessor<String, EncodedPosting, String, LinkEvents> {
    private static final Duration SWEEP_INTERVAL = Duration.ofMinutes(1);
    /** Within a window all entries are looked at so often: what expired stays at most a quarter of a window longer. */
    private static final int SWEEPS_PER_WINDOW = 4;

    private final CandidateFinder finder;
    private final EnrichSettings settings;
    private final EnrichMeters meters;
    private final RecentCandidates recent = new RecentCandidates();
    private long sweptAt = -1;

    @SuppressWarnings("NullAway.Init") // by init
    private PostingStore rings;

    FindCandidatesProcessor(CandidateFinder finder, EnrichSettings settings, EnrichMeters meters) {
        this.finder = finder;
        this.settings = settings;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, LinkEvents> context) {
        super.init(context);
        rings = new PostingStore(
                context.getStateStore(EnrichTopology.POSTINGS),
                settings.postingsPerKey(),
                settings.postingsAtHand() / settings.partitions());
        context.schedule(SWEEP_INTERVAL, PunctuationType.STREAM_TIME, this::sweep);
    }

    @Override
    public void process(Record<String, EncodedPosting> record) {
        String key = record.key();
        Candidate arriving = recent.decode(record.value());
        long horizon = horizon(context().currentStreamTimeMs());
        List<LinkEvent> found = finder.find(key, arriving, rings.ring(key, horizon));
        if (!found.isEmpty()) {
            meters.pairsLinked.increment(found.size());
            context().forward(record.withKey(arriving.articleId()).withValue(new LinkEvents(found)));
        }
        rings.put(key, record.value(), arriving, horizon);
    }

    /** Postings that came before are gone. */
    private long horizon(long now) {
        return now - settings.window().toMillis();
    }

    private void sweep(long now) {
        long since = sweptAt < 0 ? SWEEP_INTERVAL.toMillis() : now - sweptAt;
        sweptAt = now;
        double share = since * SWEEPS_PER_WINDOW / (double) settings.window().toMillis();
        meters.postingsExpired.increment(rings.sweep(horizon(now), Math.min(1, share)));
    }
}
