package dev.newswire.platform.topic;

import dev.newswire.schema.ArticleFate;
import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.EntityDefinition;
import dev.newswire.schema.FeedDefinition;
import dev.newswire.schema.FeedEntry;
import dev.newswire.schema.FeedSnapshot;
import dev.newswire.schema.LetterDecision;
import dev.newswire.schema.RawArticle;
import dev.newswire.schema.RelatedArticles;
import dev.newswire.schema.ScrapedArticle;
import dev.newswire.schema.SourceState;
import java.time.Duration;
import java.util.List;

/** The catalogue: nothing else spells a topic name. */
public final class Topics {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Cleanup HISTORY = new Cleanup.Compact(MONTH, MONTH.multipliedBy(2));
    // A consumer that is at most a week behind still sees every revision, and so can account for each.
    private static final Cleanup NEWEST = new Cleanup.Compact(WEEK, MONTH);

    /** For scrapers that speak Kafka. */
    public static final Topic<ScrapedArticle> INBOX =
            new Topic<>("news.article.inbox.v1", ScrapedArticle.class, new Cleanup.Delete(WEEK), Topic.Times.BROKER);
    /** The source of truth: every clean article event, keyed by articleId. */
    public static final Topic<RawArticle> RAW = new Topic<>("news.article.raw.v1", RawArticle.class, HISTORY);
    /** The slow lane of {@link #RAW}, for history. */
    public static final Topic<RawArticle> BACKFILL = new Topic<>("news.article.backfill.v1", RawArticle.class, HISTORY);
    /** Articles with their entities, keyed by articleId. */
    public static final Topic<EnrichedArticle> ENRICHED =
            new Topic<>("news.article.enriched.v1", EnrichedArticle.class, NEWEST);
    /** Links between articles, keyed by articleId. */
    public static final Topic<RelatedArticles> RELATED =
            new Topic<>("news.article.related.v1", RelatedArticles.class, NEWEST);
    /** What operators say of entities, keyed by entityId. */
    public static final Topic<EntityDefinition> ENTITY_DEFINITION =
            new Topic<>("news.entity.definition.v1", EntityDefinition.class, NEWEST);
    /**
     * Articles as they stand whose entities are to be recognised anew, keyed by articleId. They hold the text of articles
     * that may be withdrawn tomorrow, so they go after a day.
     */
    public static final Topic<EnrichedArticle> REENRICH =
            new Topic<>("news.article.reenrich.v1", EnrichedArticle.class, new Cleanup.Delete(Duration.ofDays(1)));
    /** Standing queries, keyed by feedId. */
    public static final Topic<FeedDefinition> FEED_DEFINITION =
            new Topic<>("news.feed.definition.v1", FeedDefinition.class, NEWEST);
    /** Entries of feeds, keyed by {@code feedId|articleId}, partitioned by feedId. */
    public static final Topic<FeedEntry> FEED_ENTRY = new Topic<>("news.feed.entry.v1", FeedEntry.class, NEWEST);
    /** The newest entries of each feed, keyed by feedId. */
    public static final Topic<FeedSnapshot> FEED_SNAPSHOT = new Topic<>(
            "news.feed.snapshot.v1", FeedSnapshot.class, new Cleanup.Compact(Duration.ZERO, Duration.ofDays(1)));
    /** What became of each event, keyed by articleId. */
    public static final Topic<ArticleFate> FATE =
            new Topic<>("news.article.fate.v1", ArticleFate.class, new Cleanup.Delete(MONTH));
    /** What is known of each source that is polled, keyed by its id: whoever polls it next goes on from there. */
    public static final Topic<SourceState> SOURCE_STATE = new Topic<>(
            "news.source.state.v1", SourceState.class, new Cleanup.Compact(Duration.ZERO, Duration.ofDays(1)));
    /** What ingest could not read. */
    public static final Topic<byte[]> INGEST_DLQ = deadLetters("ingest");
    /** What enrich could not process. */
    public static final Topic<byte[]> ENRICH_DLQ = deadLetters("enrich");
    /** What publish could not process. */
    public static final Topic<byte[]> PUBLISH_DLQ = deadLetters("publish");

    /** Dead letters that operators have put out of the way, with the headers that they had. */
    public static final Topic<byte[]> DLQ_PARKED =
            new Topic<>("news.dlq.parked.v1", byte[].class, new Cleanup.Delete(MONTH.multipliedBy(6)));
    /** What operators have decided about dead letters, keyed by their places; kept longer than any letter. */
    public static final Topic<LetterDecision> DLQ_DECISION =
            new Topic<>("news.dlq.decision.v1", LetterDecision.class, new Cleanup.Delete(MONTH.multipliedBy(7)));

    /** Every topic, in the order of the flow. */
    public static final List<Topic<?>> ALL = List.of(
            INBOX,
            RAW,
            BACKFILL,
            ENRICHED,
            RELATED,
            ENTITY_DEFINITION,
            REENRICH,
            FEED_DEFINITION,
            FEED_ENTRY,
            FEED_SNAPSHOT,
            FATE,
            SOURCE_STATE,
            INGEST_DLQ,
            ENRICH_DLQ,
            PUBLISH_DLQ,
            DLQ_PARKED,
            DLQ_DECISION);

    private Topics() {}

    private static Topic<byte[]> deadLetters(String service) {
        return new Topic<>("news." + service + ".dlq.v1", byte[].class, new Cleanup.Delete(MONTH));
    }
}
