package dev.newswire.benchmarks.entity;

import dev.newswire.benchmarks.Figures;
import dev.newswire.benchmarks.entity.GoldArticle.GoldMention;
import dev.newswire.enrich.entity.EntityExtractor;
import dev.newswire.schema.Entity;
import dev.newswire.schema.Mention;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Scores recognition and linking, end to end, on annotated articles. Pronouns and common nouns that refer back, optional
 * and merely descriptive mentions, times and quantities are not asked for; a name that has others marked within asks for
 * one answer, itself or those ({@link Alternatives}). Linking: exact span and item; only predictions that carry an item
 * count as found. Linking with unknowns: a name of no known item, recognised and left without one, is right too.
 * Mentions: exact span of a name, whatever it was linked to.
 */
@Command(
        name = "linking",
        mixinStandardHelpOptions = true,
        description =
                "Scores entities on annotated articles: JSON lines of id, text, mentions [start, end, qid, type].")
@SuppressWarnings("NullAway.Init") // by picocli
public final class EvaluateLinking implements Callable<Integer> {
    private static final double WARM_UP_SECONDS = 3;
    private static final double SECONDS = 2;
    private static final double PERCENT = 100;

    private final Tally linking = new Tally();
    private final Tally withUnknown = new Tally();
    private final Tally mentions = new Tally();
    private final Map<String, Integer> errors = new TreeMap<>();
    private int reachable;
    private int linked;
    private EntityExtractor extractor;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(paramLabel = "PATH", description = "Annotated articles, plain or gzipped.")
    private Path path;

    @Option(
            names = "--least",
            defaultValue = "0.62",
            description = {
                "Leave less confident mentions out (${DEFAULT-VALUE}). The default leaves out mentions by adjective",
                "(Japanese), which have at most 0.6 and which gold standards do not count as names."
            })
    private double least;

    @Option(names = "--errors", description = "List what was missed, found wrongly or linked wrongly.")
    private boolean verbose;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        List<GoldArticle> articles = GoldArticle.read(path);
        extractor = EntityExtractor.load();
        articles.forEach(this::score);
        List<String> texts =
                Speed.articles(articles.stream().map(GoldArticle::text).toList());
        double speed = Speed.of(texts, WARM_UP_SECONDS, SECONDS, text -> extractor.extract("", text, "en"));
        PrintWriter out = spec.commandLine().getOut();
        if (verbose) {
            errors.forEach((error, count) -> out.printf(Locale.ROOT, "%4d %s%n", count, error));
        }
        figures(articles.size(), speed).print(out, json);
        return CommandLine.ExitCode.OK;
    }

    private Figures figures(int articles, double speed) {
        return new Figures()
                .put("articles", articles)
                .put("precision", linking.precision() / PERCENT)
                .put("recall", linking.recall() / PERCENT)
                .put("f1", linking.f1() / PERCENT)
                .put("linking_f1", linking.f1() / PERCENT)
                .put("linking_with_unknown_f1", withUnknown.f1() / PERCENT)
                .put("mention_precision", mentions.precision() / PERCENT)
                .put("mention_recall", mentions.recall() / PERCENT)
                .put("mention_f1", mentions.f1() / PERCENT)
                .put("items_in_table", (double) reachable / Math.max(1, linked))
                .put("per_second", speed);
    }

    private void score(GoldArticle article) {
        Map<Long, String> found = predictions(article);
        Map<Long, List<GoldMention>> gold = new HashMap<>();
        for (GoldMention mention : article.mentions()) {
            gold.computeIfAbsent(key(mention), any -> new ArrayList<>(1)).add(mention);
        }
        Alternatives.of(article).forEach(name -> expect(article, name, found));
        found.forEach((span, id) -> judge(article, span, id, gold.getOrDefault(span, List.of())));
    }

    private Map<Long, String> predictions(GoldArticle article) {
        Map<Long, String> found = new HashMap<>();
        for (Entity entity : extractor.extract("", article.text(), "en")) {
            for (Mention mention : entity.getMentions()) {
                boolean inside = mention.getStart() >= article.from() && mention.getEnd() <= article.to();
                if (inside && mention.getConfidence() >= least) {
                    found.put(key(mention.getStart(), mention.getEnd()), entity.getEntityId());
                }
            }
        }
        return found;
    }

    private void expect(GoldArticle article, Alternatives name, Map<Long, String> found) {
        Predicate<GoldMention> known = mention -> !mention.isIgnored() && !mention.isNil();
        Predicate<GoldMention> linkedRight = mention -> mention.qid().equals(found.get(key(mention)));
        if (name.counts(known)) {
            linking.expected(name.isReached(known, linkedRight));
            linked++;
            reachable += name.isReached(known, mention -> extractor.knows(mention.qid())) ? 1 : 0;
        }
        Predicate<GoldMention> capital = mention -> !mention.isIgnored() && article.hasCapital(mention);
        Predicate<GoldMention> asked = mention -> known.test(mention) || capital.test(mention);
        if (name.counts(asked)) {
            withUnknown.expected(name.isReached(asked, mention -> isRight(mention, found.get(key(mention)))));
        }
        if (name.counts(capital)) {
            boolean reached = name.isReached(capital, mention -> found.containsKey(key(mention)));
            mentions.expected(reached);
            if (!reached) {
                error("missed  " + article.surface(name.whole()) + " "
                        + name.whole().qid());
            }
        }
    }

    /** Whether a name is linked to its item or, where it has none, was found and left without one. */
    private static boolean isRight(GoldMention mention, @Nullable String id) {
        return mention.isNil()
                ? id != null && !id.startsWith("Q")
                : mention.qid().equals(id);
    }

    private void judge(GoldArticle article, long span, String id, List<GoldMention> gold) {
        if (!gold.isEmpty() && gold.stream().allMatch(GoldMention::isIgnored)) {
            return;
        }
        boolean item = id.startsWith("Q");
        boolean sameItem = gold.stream().anyMatch(mention -> mention.qid().equals(id));
        boolean right = gold.stream().anyMatch(mention -> isRight(mention, id));
        if (item) {
            linking.found(sameItem);
        }
        if (item || gold.isEmpty() || gold.stream().anyMatch(GoldMention::isNil)) {
            withUnknown.found(right);
        }
        mentions.found(!gold.isEmpty());
        String surface = article.text().substring((int) (span >>> 32), (int) span);
        if (gold.isEmpty()) {
            error("false   " + surface + " " + id);
        } else if (!right) {
            error("linked  " + surface + " " + id + " not " + gold.get(0).qid());
        }
    }

    private void error(String text) {
        errors.merge(text, 1, Integer::sum);
    }

    private static long key(GoldMention mention) {
        return key(mention.start(), mention.end());
    }

    private static long key(int start, int end) {
        return (long) start << 32 | end;
    }
}
