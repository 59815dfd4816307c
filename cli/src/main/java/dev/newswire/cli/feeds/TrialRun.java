package dev.newswire.cli.feeds;

import dev.newswire.cli.reenrich.CurrentArticles;
import dev.newswire.publish.feed.definition.MatchReasons;
import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.FeedDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** What a definition would have matched among the articles received last. */
public final class TrialRun {
    private static final Comparator<EnrichedArticle> OLDEST_FIRST =
            Comparator.comparing(EnrichedArticle::getFirstReceivedAt).thenComparing(EnrichedArticle::getArticleId);

    private final List<EnrichedArticle> newestFirst;

    /** An article that meets the definition, and why. */
    public record Match(EnrichedArticle article, List<String> reasons) {}

    private TrialRun(List<EnrichedArticle> newestFirst) {
        this.newestFirst = newestFirst;
    }

    /** Reads the articles that were received last, at most so many. */
    public static TrialRun read(CurrentArticles articles, int most) {
        PriorityQueue<EnrichedArticle> newest = new PriorityQueue<>(OLDEST_FIRST);
        articles.forEach(shown -> {
            newest.add(shown.article());
            if (newest.size() > most) {
                newest.remove();
            }
        });
        List<EnrichedArticle> ordered = new ArrayList<>(newest);
        ordered.sort(OLDEST_FIRST.reversed());
        return new TrialRun(ordered);
    }

    /** Number of articles. */
    public int size() {
        return newestFirst.size();
    }

    /** Those that meet a definition, the newest first. */
    public List<Match> of(FeedDefinition definition) {
        List<Match> matches = new ArrayList<>();
        for (EnrichedArticle article : newestFirst) {
            MatchReasons.of(definition, article).ifPresent(reasons -> matches.add(new Match(article, reasons)));
        }
        return matches;
    }
}
