package dev.newswire.publish;

import dev.newswire.platform.event.EventHeaders;
import dev.newswire.platform.event.EventOrigin;
import dev.newswire.platform.fate.Fates;
import dev.newswire.platform.serde.StateSerde;
import dev.newswire.publish.feed.ArticleChange;
import dev.newswire.publish.feed.ArticleChange.EmbargoEnded;
import dev.newswire.publish.feed.ArticleChange.Upserted;
import dev.newswire.publish.feed.EmbargoKey;
import dev.newswire.publish.feed.FateNote;
import dev.newswire.publish.feed.FeedPlanner;
import dev.newswire.publish.feed.HistoryKeeper;
import dev.newswire.publish.feed.Occasion;
import dev.newswire.publish.feed.Plan;
import dev.newswire.publish.feed.PlannedChange;
import dev.newswire.schema.ArticleFate;
import dev.newswire.schema.internal.ArticleHistory;
import dev.newswire.schema.internal.EventCoordinates;
import dev.newswire.schema.internal.PendingEvent;
import dev.newswire.schema.internal.PublishedArticle;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** Remembers articles and their embargoes, and plans what changes in which feeds. */
final class PlanEntriesProcessor extends ContextualProcessor<String, ArticleChange, String, PlannedRecord> {
    private static final Duration EMBARGO_CHECK = Duration.ofMillis(250);
    /** Most articles let out at a time: the rest follows at the next check. */
    private static final int RELEASES = 1_000;

    private static final String SERVICE = "publish";
    private static final byte[] NO_VALUE = {};

    private final FeedPlanner planner;
    private final PublishMeters meters;

    @SuppressWarnings("NullAway.Init") // by init
    private KeyValueStore<String, PublishedArticle> articles;

    @SuppressWarnings("NullAway.Init") // by init
    private KeyValueStore<String, byte[]> embargoes;

    @SuppressWarnings("NullAway.Init") // by init
    private KeyValueStore<String, ArticleHistory> histories;

    /** Before this key stands no embargo: a store keeps its graves for a while, and the search goes around them. */
    private String earliest = "";

    private PlanEntriesProcessor(FeedPlanner planner, PublishMeters meters) {
        this.planner = planner;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, PlannedRecord> context) {
        super.init(context);
        earliest = "";
        articles = context.getStateStore(PublishTopology.ARTICLES);
        embargoes = context.getStateStore(PublishTopology.EMBARGOES);
        histories = context.getStateStore(PublishTopology.HISTORIES);
        context.schedule(EMBARGO_CHECK, PunctuationType.WALL_CLOCK_TIME, this::releaseDue);
    }

    @Override
    public void process(Record<String, ArticleChange> record) {
        ArticleChange change = record.value();
        EventCoordinates origin = EventOrigin.fromHeaders(record.headers())
                .map(PlanEntriesProcessor::coordinates)
                .orElse(null);
        Instant at = Instant.ofEpochMilli(record.timestamp());
        Occasion occasion = new Occasion(at, origin, keptHeaders(change, record.headers()));
        PublishedArticle before = articles.get(record.key());
        carryOut(record.key(), before, planner.plan(before, change, occasion), record.headers(), record.timestamp());
    }

    private void releaseDue(long now) {
        Instant at = Instant.ofEpochMilli(now);
        for (String key : due(at)) {
            embargoes.delete(key);
            String articleId = EmbargoKey.articleId(key);
            PublishedArticle before = articles.get(articleId);
            Plan plan = planner.plan(before, new EmbargoEnded(), Occasion.timer(at));
            carryOut(articleId, before, plan, keptHeaders(before), now);
        }
    }

    private List<String> due(Instant at) {
        List<String> keys = new ArrayList<>();
        String end = EmbargoKey.end(at);
        try (KeyValueIterator<String, byte[]> embargoed = embargoes.range(earliest, end)) {
            while (embargoed.hasNext() && keys.size() < RELEASES) {
                keys.add(embargoed.next().key);
            }
        }
        earliest = keys.isEmpty() ? end : keys.get(keys.size() - 1);
        return keys;
    }

    private void carryOut(
            String articleId, @Nullable PublishedArticle before, Plan plan, Headers headers, long timestamp) {
        meters.changesReceived.increment();
        PublishedArticle after = plan.memory();
        if (Objects.equals(before, after)) {
            meters.changesRepeated.increment();
            return;
        }
        meters.changesApplied.increment();
        articles.put(articleId, after);
        keepHistory(articleId, before, after);
        moveTimer(articleId, before, after);
        Headers travelling = new RecordHeaders();
        EventHeaders.copy(headers, travelling);
        for (PlannedChange planned : plan.changes()) {
            meters.entriesPlanned.increment();
            PlannedRecord change = new PlannedRecord.Change(planned.change());
            context().forward(new Record<>(planned.feedId(), change, timestamp, travelling));
        }
        for (FateNote note : plan.fates()) {
            writeFate(articleId, note, timestamp);
        }
    }

    private void keepHistory(String articleId, @Nullable PublishedArticle before, @Nullable PublishedArticle after) {
        ArticleHistory known = histories.get(articleId);
        ArticleHistory next = HistoryKeeper.after(known, before, after);
        if (!Objects.equals(known, next)) {
            histories.put(articleId, next);
        }
    }

    private void moveTimer(String articleId, @Nullable PublishedArticle before, @Nullable PublishedArticle after) {
        PendingEvent old = before == null ? null : before.getPending();
        PendingEvent now = after == null ? null : after.getPending();
        if (Objects.equals(old, now)) {
            return;
        }
        if (old != null) {
            embargoes.delete(EmbargoKey.of(old.getUntil(), articleId));
        }
        if (now != null) {
            String key = EmbargoKey.of(now.getUntil(), articleId);
            embargoes.put(key, NO_VALUE);
            earliest = key.compareTo(earliest) < 0 ? key : earliest;
        }
    }

    private void writeFate(String articleId, FateNote note, long timestamp) {
        EventCoordinates event = note.event();
        ArticleFate fate = Fates.of(
                note.fate(),
                SERVICE,
                new EventOrigin(event.getTopic(), event.getPartition(), event.getOffset()),
                articleId,
                note.source(),
                note.revision(),
                note.reason(),
                context().currentSystemTimeMs());
        meters.fateWritten(note.fate());
        context().forward(new Record<>(Fates.key(fate), new PlannedRecord.Ended(fate), timestamp));
    }

    /** Only an embargo makes us write in the name of a record that is gone by then. */
    private static Map<String, ByteBuffer> keptHeaders(ArticleChange change, Headers headers) {
        boolean embargoed =
                change instanceof Upserted upserted && upserted.article().getEmbargoUntil() != null;
        return embargoed ? EventHeaders.keep(headers) : Map.of();
    }

    private static Headers keptHeaders(@Nullable PublishedArticle before) {
        PendingEvent pending = before == null ? null : before.getPending();
        return pending == null ? new RecordHeaders() : EventHeaders.restore(pending.getHeaders());
    }

    private static EventCoordinates coordinates(EventOrigin origin) {
        return new EventCoordinates(origin.topic(), origin.partition(), origin.offset());
    }

    /** Makes the processors and their stores. */
    record Factory(FeedPlanner planner, PublishMeters meters)
            implements ProcessorSupplier<String, ArticleChange, String, PlannedRecord> {
        @Override
        public PlanEntriesProcessor get() {
            return new PlanEntriesProcessor(planner, meters);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(
                    Stores.keyValueStoreBuilder(
                            Stores.persistentKeyValueStore(PublishTopology.ARTICLES),
                            Serdes.String(),
                            StateSerde.of(PublishedArticle.class)),
                    Stores.keyValueStoreBuilder(
                            Stores.persistentKeyValueStore(PublishTopology.EMBARGOES),
                            Serdes.String(),
                            Serdes.ByteArray()),
                    Stores.keyValueStoreBuilder(
                            Stores.persistentKeyValueStore(PublishTopology.HISTORIES),
                            Serdes.String(),
                            StateSerde.of(ArticleHistory.class)));
        }
    }
}
