package dev.newswire.benchmarks.micro;

import dev.newswire.publish.feed.ArticleChange;
import dev.newswire.publish.feed.BuiltInFeeds;
import dev.newswire.publish.feed.FeedPlanner;
import dev.newswire.publish.feed.Occasion;
import dev.newswire.publish.feed.PlannedChange;
import dev.newswire.publish.read.FeedInfo;
import dev.newswire.publish.read.FeedPart;
import dev.newswire.publish.render.AtomFeed;
import dev.newswire.publish.render.JsonFeed;
import dev.newswire.publish.render.Links;
import dev.newswire.publish.render.NinjsFeed;
import dev.newswire.publish.render.RssFeed;
import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.FeedEntry;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A feed of 50 entries as a document, in each format. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RenderBenchmark {
    private static final int ENTRIES = 50;

    private final Links links = new Links(URI.create("https://news.example/"));
    private final FeedPart part = part();
    private final JsonFeed json = new JsonFeed(links);
    private final AtomFeed atom = new AtomFeed(links, List.of());
    private final RssFeed rss = new RssFeed(links, List.of());
    private final NinjsFeed ninjs = new NinjsFeed(links);

    @Benchmark
    public String json() {
        return json.write(part);
    }

    @Benchmark
    public String atom() {
        return atom.write(part);
    }

    @Benchmark
    public String rss() {
        return rss.write(part);
    }

    @Benchmark
    public String ninjs() {
        return ninjs.write(part);
    }

    private static FeedPart part() {
        FeedPlanner planner = new FeedPlanner(new BuiltInFeeds(0, Set.of("latest", "story")));
        List<FeedEntry> entries = new ArrayList<>();
        for (EnrichedArticle article : Samples.enriched(ENTRIES)) {
            ArticleChange change = new ArticleChange.Upserted(article);
            PlannedChange first = planner.plan(null, change, Occasion.timer(Samples.START))
                    .changes()
                    .get(0);
            entries.add(first.change().getEntry());
        }
        return FeedPart.whole(new FeedInfo("latest", "Latest", ENTRIES, Samples.START, ENTRIES), entries);
    }
}
