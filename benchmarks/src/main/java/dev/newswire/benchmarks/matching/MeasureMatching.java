package dev.newswire.benchmarks.matching;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newswire.platform.serde.TrustedRecords;
import dev.newswire.publish.feed.definition.Defined;
import dev.newswire.publish.feed.definition.DefinedFeeds;
import dev.newswire.schema.EnrichedArticle;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Holds the same articles against few and against many definitions, in turns, and compares the time of the processor. */
@Command(
        name = "feed-matching",
        description = "Articles a second and core that are held against the definitions of feeds: few against many.",
        mixinStandardHelpOptions = true)
public final class MeasureMatching implements Callable<Integer> {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Option(names = "--articles", defaultValue = "2000", description = "Articles of one round: 2000 by default.")
    private int articles;

    @Option(names = "--few", defaultValue = "100", description = "Definitions: 100 by default.")
    private int few;

    @Option(names = "--many", defaultValue = "10000", description = "Definitions: 10000 by default.")
    private int many;

    @Option(names = "--rounds", defaultValue = "9", description = "Rounds whose median counts: 9 by default.")
    private int rounds;

    @Option(names = "--seed", defaultValue = "42", description = "Of the articles and definitions.")
    private long seed;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** One number of definitions. */
    private static final class Side {
        private final DefinedFeeds feeds;
        private final double buildMs;
        private final List<Double> secondsPerArticle = new ArrayList<>();
        private long matches;

        Side(int count, News news) {
            List<Defined> definitions = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                definitions.add(new Defined(news.definition(i), i));
            }
            long start = THREADS.getCurrentThreadCpuTime();
            feeds = DefinedFeeds.of(definitions);
            buildMs = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
        }

        void round(List<EnrichedArticle> articles) {
            matches = 0;
            long start = THREADS.getCurrentThreadCpuTime();
            for (EnrichedArticle article : articles) {
                matches += feeds.feedsOf(article, null).size();
            }
            secondsPerArticle.add((THREADS.getCurrentThreadCpuTime() - start) / 1e9 / articles.size());
        }

        double median() {
            double[] sorted = secondsPerArticle.stream()
                    .skip(secondsPerArticle.size() / 3)
                    .mapToDouble(Double::doubleValue)
                    .sorted()
                    .toArray();
            return sorted[sorted.length / 2];
        }
    }

    @Override
    public Integer call() {
        TrustedRecords.trust();
        List<EnrichedArticle> news = new ArrayList<>();
        News writer = new News(seed);
        for (int i = 0; i < articles; i++) {
            news.add(writer.article(i));
        }
        Side small = new Side(few, new News(seed + 1));
        Side large = new Side(many, new News(seed + 1));
        // The first third warms up. In turns, so that both meet the same weather.
        for (Side side : turns(small, large)) {
            side.round(news);
        }
        report(small, large);
        return 0;
    }

    private List<Side> turns(Side small, Side large) {
        List<Side> turns = new ArrayList<>();
        for (int i = 0; i < Math.max(3, rounds * 3 / 2); i++) {
            turns.addAll(Arrays.asList(small, large));
        }
        return turns;
    }

    private void report(Side small, Side large) {
        double ratio = large.median() / small.median();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ObjectNode root = JsonNodeFactory.instance.objectNode();
            root.put("few", few).put("many", many);
            root.put("few_per_second", Math.round(1 / small.median()));
            root.put("many_per_second", Math.round(1 / large.median()));
            root.put("ratio", Math.round(ratio * 1000) / 1000.0);
            root.put("many_matches_per_article", large.matches / (double) articles);
            root.put("many_build_ms", Math.round(large.buildMs));
            out.println(root);
            return;
        }
        line(out, few, small);
        line(out, many, large);
        out.println(String.format(Locale.ROOT, "time of the many to that of the few: %.2f", ratio));
    }

    private void line(PrintWriter out, int count, Side side) {
        out.println(String.format(
                Locale.ROOT,
                "%6d definitions: %6.0f articles/s per core, %.2f matches an article, made ready in %.0f ms",
                count,
                1 / side.median(),
                side.matches / (double) articles,
                side.buildMs));
    }
}
