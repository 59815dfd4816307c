package dev.newswire.publish;

import dev.newswire.platform.event.EventHeaders;
import dev.newswire.platform.event.EventOrigin;
import dev.newswire.platform.fate.Fates;
import dev.newswire.platform.serde.StateSerde;
import dev.newswire.platform.streams.DueTimes;
import dev.newswire.publish.feed.ArticleChange;
import dev.newswire.publish.feed.ArticleChange.EmbargoEnded;
import dev.newswire.publish.feed.ArticleChange.Upserted;
import dev.newswire.publish.feed.FateNote;
import dev.newswire.publish.feed.FeedMatcher;
import dev.newswire.publish.feed.FeedPlanner;
import dev.newswire.publish.feed.HistoryKeeper;
import dev.newswire.publish.feed.Occasion;
import dev.newswire.publish.feed.Plan;
import dev.newswire.publish.feed.PlannedChange;
import dev.newswire.publish.feed.Refill;
import dev.newswire.publish.feed.definition.DefinedFeeds;
import dev.newswire.schema.ArticleFate;
import dev.newswire.schema.internal.ArticleHistory;
import dev.newswire.schema.internal.EventCoordinates;
import dev.newswire.schema.internal.FeedChange;
import dev.newswire.schema.internal.FeedSettings;
import dev.newswire.schema.internal.PendingEvent;
import dev.newswire.schema.internal.PublishedArticle;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
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

    private static final Duration FILL_CHECK = Duration.ofMillis(50);
    /** Most articles gone through at a time, so that live news wait some 10 ms at most. */
    private static final int ARTICLES_WHEN_BUSY = 100;

    private static final int ARTICLES_WHEN_IDLE = 1_000;

    private final FeedMatcher builtIn;
    private final Supplier<DefinedFeeds> definitions;
    private final PublishMeters meters;
    /** Null before the first article or tick: only then are the stores as they were left. */
    private @Nullable DefinedFeeds adopted;

    private FeedPlanner planner;
    private final Map<String, FeedSettings> untold = new LinkedHashMap<>();
    private boolean busy;

    @SuppressWarnings("NullAway.Init") // by init
    private FillProgressStore progress;

    @SuppressWarnings("NullAway.Init") // by init
    private KeyValueStore<String, PublishedArticle> articles;

    @SuppressWarnings("NullAway.Init") // by init
    private DueTimes embargoes;

    @SuppressWarnings("NullAway.Init") // by init
    private KeyValueStore<String, ArticleHistory> histories;

    private PlanEntriesProcessor(FeedMatcher builtIn, Supplier<DefinedFeeds> definitions, PublishMeters meters) {
        this.builtIn = builtIn;
        this.definitions = definitions;
        this.meters = meters;
        this.planner = new FeedPlanner(builtIn);
    }

    @Override
    public void init(ProcessorContext<String, PlannedRecord> context) {
        super.init(context);
        articles = context.getStateStore(PublishTopology.ARTICLES);
        embargoes = new DueTimes(context.getStateStore(PublishTopology.EMBARGOES));
        histories = context.getStateStore(PublishTopology.HISTORIES);
        progress = new FillProgressStore(context.getStateStore(PublishTopology.FILLED));
        context.schedule(EMBARGO_CHECK, PunctuationType.WALL_CLOCK_TIME, this::releaseDue);
        context.schedule(FILL_CHECK, PunctuationType.WALL_CLOCK_TIME, this::fill);
    }

    @Override
    public void process(Record<String, ArticleChange> record) {
        busy = true;
        adoptNewest(context().currentSystemTimeMs());
        ArticleChange change = record.value();
        EventCoordinates origin = EventOrigin.fromHeaders(record.headers())
                .map(PlanEntriesProcessor::coordinates)
                .orElse(null);
        Instant at = Instant.ofEpochMilli(record.timestamp());
        Occasion occasion = new Occasion(at, origin, keptHeaders(change, record.headers()));
        PublishedArticle before = articles.get(record.key());
        carryOut(record.key(), before, planner.plan(before, change, occasion), record.headers(), record.timestamp());
    }

    private void adoptNewest(long now) {
        DefinedFeeds newest = definitions.get();
        if (newest != adopted) {
            adopt(newest, now);
        }
    }

    /** From now on articles are planned by these; those that are there follow. */
    private void adopt(DefinedFeeds newest, long now) {
        adopted = newest;
        planner = new FeedPlanner(builtIn.and(newest));
        untold.clear();
        untold.putAll(progress.adopt(newest, Instant.ofEpochMilli(now)));
    }

    /** Feeds hear how they are kept before they get entries by it. */
    private void tell(long now) {
        untold.forEach((feedId, settings) -> {
            FeedChange change = FeedChange.newBuilder()
                    .setArticleId("")
                    .setPreviousSortAt(0)
                    .setSettings(settings)
                    .build();
            context().forward(new Record<>(feedId, new PlannedRecord.Change(change), now));
        });
        untold.clear();
    }

    private void fill(long now) {
        adoptNewest(now);
        int room = busy ? ARTICLES_WHEN_BUSY : ARTICLES_WHEN_IDLE;
        busy = false;
        tell(now);
        Refill refill = progress.refill();
        if (refill == null) {
            return;
        }
        List<KeyValue<String, PublishedArticle>> articles = next(room);
        for (KeyValue<String, PublishedArticle> article : articles) {
            Plan plan = planner.refill(article.value, refill);
            if (!plan.changes().isEmpty() || !article.value.equals(plan.memory())) {
                meters.articlesRefilled.increment();
                this.articles.put(article.key, plan.memory());
                forward(plan.changes(), new RecordHeaders(), now);
            }
        }
        if (articles.size() < room) {
            progress.finish();
        }
    }

    private List<KeyValue<String, PublishedArticle>> next(int room) {
        List<KeyValue<String, PublishedArticle>> next = new ArrayList<>(room);
        String behind = progress.behind();
        try (KeyValueIterator<String, PublishedArticle> rest = articles.range(behind.isEmpty() ? null : behind, null)) {
            while (rest.hasNext() && next.size() < room) {
                KeyValue<String, PublishedArticle> article = rest.next();
                if (!article.key.equals(behind)) {
                    next.add(article);
                }
            }
        }
        if (!next.isEmpty()) {
            progress.passed(next.get(next.size() - 1).key);
        }
        return next;
    }

    private void releaseDue(long now) {
        adoptNewest(now);
        Instant at = Instant.ofEpochMilli(now);
        embargoes.take(at, RELEASES, articleId -> {
            PublishedArticle before = articles.get(articleId);
            Plan plan = planner.plan(before, new EmbargoEnded(), Occasion.timer(at));
            carryOut(articleId, before, plan, keptHeaders(before), now);
        });
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
        forward(plan.changes(), headers, timestamp);
        for (FateNote note : plan.fates()) {
            writeFate(articleId, note, timestamp);
        }
    }

    private void forward(List<PlannedChange> changes, Headers headers, long timestamp) {
        if (!changes.isEmpty()) {
            tell(context().currentSystemTimeMs());
        }
        Headers travelling = new RecordHeaders();
        EventHeaders.copy(headers, travelling);
        for (PlannedChange planned : changes) {
            meters.entriesPlanned.increment();
            PlannedRecord change = new PlannedRecord.Change(planned.change());
            context().forward(new Record<>(planned.feedId(), change, timestamp, travelling));
        }
    }

    private void keepHistory(String articleId, @Nullable PublishedArticle before, @Nullable PublishedArticle after) {
        if (before != null && after != null && before.getArticle() == after.getArticle()) {
            // Its links have changed and nothing else, as with most changes.
            return;
        }
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
            embargoes.remove(old.getUntil(), articleId);
        }
        if (now != null) {
            embargoes.add(now.getUntil(), articleId);
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
    record Factory(FeedMatcher builtIn, Supplier<DefinedFeeds> definitions, PublishMeters meters)
            implements ProcessorSupplier<String, ArticleChange, String, PlannedRecord> {
        @Override
        public PlanEntriesProcessor get() {
            return new PlanEntriesProcessor(builtIn, definitions, meters);
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
                            StateSerde.of(ArticleHistory.class)),
                    Stores.keyValueStoreBuilder(
                            Stores.persistentKeyValueStore(PublishTopology.FILLED), Serdes.String(), Serdes.Long()));
        }
    }
}
