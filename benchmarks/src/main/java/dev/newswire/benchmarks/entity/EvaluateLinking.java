package dev.newswire.benchmarks.entity;

import dev.newswire.benchmarks.Figures;
import dev.newswire.benchmarks.entity.GoldArticle.GoldMention;
import dev.newswire.enrich.entity.EntityExtractor;
import dev.newswire.schema.Entity;
import dev.newswire.schema.Mention;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Scores recognition and linking, end to end, on annotated articles. Pronouns and common nouns that refer back, optional
 * mentions, times and quantities are not asked for. Linking: exact span and item; only predictions that carry an item
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
        Map<Long, GoldMention> gold = new HashMap<>();
        for (GoldMention mention : article.mentions()) {
            gold.put(key(mention.start(), mention.end()), mention);
            if (!mention.isIgnored()) {
                expect(article, mention, found.get(key(mention.start(), mention.end())));
            }
        }
        found.forEach((span, id) -> judge(article, span, id, gold.get(span)));
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

    private void expect(GoldArticle article, GoldMention mention, @Nullable String found) {
        boolean name = article.surface(mention).chars().anyMatch(Character::isUpperCase);
        if (!mention.isNil()) {
            linking.expected();
            withUnknown.expected();
            linked++;
            reachable += extractor.knows(mention.qid()) ? 1 : 0;
        } else if (name) {
            withUnknown.expected();
        }
        if (name) {
            mentions.expected();
            if (found == null) {
                error("missed  " + article.surface(mention) + " " + mention.qid());
            }
        }
    }

    private void judge(GoldArticle article, long span, String id, @Nullable GoldMention gold) {
        if (gold != null && (gold.isIgnored())) {
            return;
        }
        boolean item = id.startsWith("Q");
        boolean sameItem = gold != null && gold.qid().equals(id);
        if (item) {
            linking.found(sameItem);
        }
        if (item || gold == null || gold.isNil()) {
            withUnknown.found(sameItem || (gold != null && gold.isNil() && !item));
        }
        mentions.found(gold != null);
        String surface = article.text().substring((int) (span >>> 32), (int) span);
        if (gold == null) {
            error("false   " + surface + " " + id);
        } else if (!sameItem && !(gold.isNil() && !item)) {
            error("linked  " + surface + " " + id + " not " + gold.qid());
        }
    }

    private void error(String text) {
        errors.merge(text, 1, Integer::sum);
    }

    private static long key(int start, int end) {
        return (long) start << 32 | end;
    }
}
