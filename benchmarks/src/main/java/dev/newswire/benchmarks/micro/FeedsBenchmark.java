package dev.newswire.benchmarks.micro;

import dev.newswire.benchmarks.matching.News;
import dev.newswire.platform.serde.TrustedRecords;
import dev.newswire.publish.feed.ArticleChange;
import dev.newswire.publish.feed.BuiltInFeeds;
import dev.newswire.publish.feed.FeedPlanner;
import dev.newswire.publish.feed.FeedRef;
import dev.newswire.publish.feed.Occasion;
import dev.newswire.publish.feed.Plan;
import dev.newswire.publish.feed.definition.Defined;
import dev.newswire.publish.feed.definition.DefinedFeeds;
import dev.newswire.schema.EnrichedArticle;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** From an article to the feeds that take it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FeedsBenchmark {
    private static final int DEFINITIONS = 10_000;

    private final BuiltInFeeds builtIn = new BuiltInFeeds(0, Set.of("latest", "story"));
    private final FeedPlanner planner = new FeedPlanner(builtIn);
    private final DefinedFeeds defined = defined();
    private final Turns<EnrichedArticle> articles = Turns.of(Samples.enriched(200), article -> article);
    private final Turns<EnrichedArticle> madeUp = madeUp();

    /** Against 10,000 definitions of six kinds, none of which most articles match. */
    @Benchmark
    public List<FeedRef> matchTenThousandDefinitions() {
        return defined.feedsOf(madeUp.next(), null);
    }

    /** A new article's changes of the built-in feeds, with the entry for each. */
    @Benchmark
    public Plan planEntries() {
        return planner.plan(null, new ArticleChange.Upserted(articles.next()), Occasion.timer(Samples.START));
    }

    private static DefinedFeeds defined() {
        TrustedRecords.trust();
        News news = new News(1);
        return DefinedFeeds.of(IntStream.range(0, DEFINITIONS)
                .mapToObj(i -> new Defined(news.definition(i), i))
                .toList());
    }

    private static Turns<EnrichedArticle> madeUp() {
        News news = new News(2);
        return Turns.of(IntStream.range(0, 200).boxed().toList(), news::article);
    }
}
