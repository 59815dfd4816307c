package dev.newswire.publish;

import dev.newswire.publish.feed.ArticleChange;
import dev.newswire.publish.feed.BuiltInFeeds;
import dev.newswire.publish.feed.DepartureKeeper;
import dev.newswire.publish.feed.EntryKey;
import dev.newswire.publish.feed.FeedPlanner;
import dev.newswire.publish.feed.HistoryKeeper;
import dev.newswire.publish.feed.Occasion;
import dev.newswire.publish.feed.Plan;
import dev.newswire.publish.feed.PlannedChange;
import dev.newswire.publish.read.ArticleView;
import dev.newswire.publish.read.EntryCursor;
import dev.newswire.publish.read.FeedFilter;
import dev.newswire.publish.read.FeedInfo;
import dev.newswire.publish.read.NewsReader;
import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.FeedEntry;
import dev.newswire.schema.RelatedArticles;
import dev.newswire.schema.internal.ArticleHistory;
import dev.newswire.schema.internal.ArticleVersion;
import dev.newswire.schema.internal.Departure;
import dev.newswire.schema.internal.FeedDepartures;
import dev.newswire.schema.internal.PublishedArticle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Feeds in memory, filled by the real planner. */
public final class FakeReader implements NewsReader {
    private final FeedPlanner planner = new FeedPlanner(new BuiltInFeeds(0, Set.of("latest", "story")));
    private final Map<String, PublishedArticle> articles = new TreeMap<>();
    private final Map<String, List<FeedEntry>> feeds = new TreeMap<>();
    private final Map<String, String> titles = new TreeMap<>();
    private final Map<String, ArticleHistory> histories = new TreeMap<>();
    private final Map<String, FeedDepartures> departures = new TreeMap<>();
    private final DepartureKeeper keeper = new DepartureKeeper(Duration.ofDays(30));
    private @Nullable RuntimeException failure;
    private long changes;

    /** Publishes an article with its links. */
    public void publish(EnrichedArticle article, @Nullable RelatedArticles related) {
        String articleId = article.getArticleId();
        Occasion occasion = Occasion.timer(article.getReceivedAt());
        PublishedArticle linked = planner.plan(articles.get(articleId), ArticleChange.ofRelated(related), occasion)
                .memory();
        var plan = planner.plan(linked, ArticleChange.ofEnriched(article), occasion);
        keep(articleId, plan);
    }

    /** Makes every method throw. */
    public void failWith(@Nullable RuntimeException exception) {
        failure = exception;
    }

    @Override
    public Optional<FeedInfo> feed(String feedId) {
        check();
        return Optional.ofNullable(feeds.get(feedId)).map(entries -> info(feedId, entries));
    }

    @Override
    public List<FeedEntry> entries(String feedId, @Nullable EntryCursor behind, int limit) {
        check();
        return feeds.getOrDefault(feedId, List.of()).stream()
                .sorted(Comparator.comparing(FakeReader::key))
                .filter(entry -> behind == null
                        || key(entry).compareTo(EntryKey.of("", behind.sortAt(), behind.articleId())) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public List<FeedInfo> feeds(FeedFilter filter) {
        check();
        return feeds.entrySet().stream()
                .map(feed -> info(feed.getKey(), feed.getValue()))
                .filter(filter::accepts)
                .sorted(FeedInfo.LARGEST_FIRST)
                .limit(filter.limit())
                .toList();
    }

    @Override
    public Optional<ArticleView> article(String articleId) {
        check();
        PublishedArticle memory = articles.get(articleId);
        if (memory == null || memory.getArticle() == null) {
            return Optional.empty();
        }
        return Optional.of(new ArticleView(memory.getArticle(), memory.getRelated(), memory.getFeeds()));
    }

    @Override
    public boolean isWithdrawn(String articleId) {
        check();
        PublishedArticle memory = articles.get(articleId);
        return memory != null && memory.getWithdrawn();
    }

    @Override
    public List<ArticleVersion> history(String articleId) {
        ArticleHistory history = histories.get(articleId);
        return history == null ? List.of() : history.getVersions();
    }

    @Override
    public List<Departure> departures(String feedId) {
        FeedDepartures left = departures.get(feedId);
        return left == null ? List.of() : left.getNewest();
    }

    /** Withdraws an article. */
    public void withdraw(String articleId) {
        Occasion occasion = Occasion.timer(Instant.EPOCH);
        keep(articleId, planner.plan(articles.get(articleId), ArticleChange.ofEnriched(null), occasion));
    }

    private void keep(String articleId, Plan plan) {
        PublishedArticle before = articles.get(articleId);
        PublishedArticle after = plan.memory();
        ArticleHistory history = HistoryKeeper.after(histories.get(articleId), before, after);
        if (history == null) {
            histories.remove(articleId);
        } else {
            histories.put(articleId, history);
        }
        if (after != null) {
            articles.put(articleId, after);
        }
        plan.changes().forEach(this::apply);
        changes++;
    }

    private static String key(FeedEntry entry) {
        return EntryKey.of("", entry.getSortAt().toEpochMilli(), entry.getArticleId());
    }

    private FeedInfo info(String feedId, List<FeedEntry> entries) {
        Instant updatedAt = entries.stream()
                .map(FeedEntry::getUpdatedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return new FeedInfo(feedId, titles.getOrDefault(feedId, feedId), entries.size(), updatedAt, changes);
    }

    private void apply(PlannedChange planned) {
        List<FeedEntry> entries = feeds.computeIfAbsent(planned.feedId(), id -> new ArrayList<>());
        entries.removeIf(entry -> entry.getArticleId().equals(planned.change().getArticleId()));
        if (planned.change().getEntry() != null) {
            entries.add(planned.change().getEntry());
        } else {
            String title = titles.getOrDefault(planned.feedId(), planned.feedId());
            String articleId = planned.change().getArticleId();
            departures.compute(planned.feedId(), (id, known) -> keeper.left(known, title, articleId, Samples.NOON));
        }
        if (planned.change().getFeedTitle() != null) {
            titles.put(planned.feedId(), planned.change().getFeedTitle());
        }
    }

    private void check() {
        if (failure != null) {
            throw failure;
        }
    }
}
