package dev.newswire.benchmarks.feeds;

import dev.newswire.benchmarks.Figures;
import dev.newswire.benchmarks.feeds.FeedCase.Kind;
import dev.newswire.ingest.feed.FeedException;
import dev.newswire.ingest.feed.FeedParser;
import dev.newswire.ingest.feed.ParsedFeed;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what becomes of the cases, and keeps every failure with its reason. */
final class FeedScore {

    private record Failure(String reason, String line) {}

    private final FeedParser parser = new FeedParser();
    private final Map<Kind, Integer> total = new EnumMap<>(Kind.class);
    private final Map<Kind, Integer> parsed = new EnumMap<>(Kind.class);
    private final List<Failure> failures = new ArrayList<>();
    private int cdf;
    private int repaired;
    private int expectTotal;
    private int expectPassed;
    private int notKept;

    void add(FeedCase feedCase) {
        ParsedFeed feed = parse(feedCase);
        if (feedCase.expected() == null) {
            return;
        }
        Optional<Expression> expression = ExpressionParser.parse(feedCase.expected());
        if (expression.isEmpty()) {
            notKept++;
            return;
        }
        Evaluation evaluation = new Evaluation(feed == null ? new HashMap<>() : FeedView.of(feed));
        for (Expression conjunct : expression.get().conjuncts()) {
            judge(feedCase, feed, conjunct, evaluation);
        }
    }

    private @Nullable ParsedFeed parse(FeedCase feedCase) {
        try {
            ParsedFeed feed = parser.parse(feedCase.document());
            count(total, feedCase.kind());
            count(parsed, feedCase.kind());
            repaired += feed.repairs().isEmpty() ? 0 : 1;
            return feed;
        } catch (FeedException refused) {
            boolean isCdf = refused.kind() == FeedException.Kind.UNSUPPORTED
                    && refused.reason().contains("CDF");
            cdf += isCdf ? 1 : 0;
            if (!isCdf) {
                count(total, feedCase.kind());
            }
            fail("not read: " + refused.reason(), feedCase, "");
            return null;
        }
    }

    private void judge(FeedCase feedCase, @Nullable ParsedFeed feed, Expression conjunct, Evaluation evaluation) {
        List<Expression.Path> paths = conjunct.paths();
        boolean isKept = !paths.isEmpty() && paths.stream().allMatch(FeedScore::isKept);
        boolean isOfNoFormat = feed == null && isCdf(feedCase);
        if (!isKept || isOfNoFormat) {
            notKept++;
            return;
        }
        expectTotal++;
        if (evaluation.holds(conjunct)) {
            expectPassed++;
            return;
        }
        Difference difference = Difference.of(conjunct, evaluation);
        fail(difference.reason(), feedCase, " " + difference.detail());
    }

    private static boolean isCdf(FeedCase feedCase) {
        return feedCase.name().contains("/cdf/");
    }

    private static boolean isKept(Expression.Path path) {
        return FeedView.isKept(path.name());
    }

    private void fail(String reason, FeedCase feedCase, String detail) {
        failures.add(new Failure(reason, feedCase.name() + detail));
    }

    private static void count(Map<Kind, Integer> counts, Kind kind) {
        counts.merge(kind, 1, Integer::sum);
    }

    Figures figures(int cases) {
        return new Figures()
                .put("cases", (long) cases)
                .put("parsed", of(parsed, Kind.WELL_FORMED))
                .put("parsed_total", of(total, Kind.WELL_FORMED))
                .put("ill_formed_parsed", of(parsed, Kind.ILL_FORMED))
                .put("ill_formed_total", of(total, Kind.ILL_FORMED))
                .put("other_parsed", of(parsed, Kind.OTHER))
                .put("other_total", of(total, Kind.OTHER))
                .put("unsupported_cdf", (long) cdf)
                .put("repaired", (long) repaired)
                .put("expect_passed", (long) expectPassed)
                .put("expect_total", (long) expectTotal)
                .put("expect_ratio", (double) expectPassed / expectTotal)
                .put("expect_not_kept", (long) notKept);
    }

    private static long of(Map<Kind, Integer> counts, Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    /** How often each reason occurs, and, if wanted, every failure below it. */
    void print(PrintWriter out, boolean all) {
        Map<String, List<String>> byReason = new TreeMap<>();
        failures.forEach(failure -> byReason.computeIfAbsent(failure.reason(), reason -> new ArrayList<>())
                .add(failure.line()));
        byReason.forEach((reason, lines) -> {
            out.println(lines.size() + "  " + reason);
            if (all) {
                lines.forEach(line -> out.println("      " + line));
            }
        });
    }
}
