package dev.newswire.benchmarks.entity;

import dev.newswire.benchmarks.entity.GoldArticle.GoldMention;
import dev.newswire.enrich.entity.EntityExtractor;
import dev.newswire.schema.Entity;
import dev.newswire.schema.Mention;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Scores the extractor on annotated articles. Pronouns and common nouns that refer back, optional mentions, times and
 * quantities are not asked for. Linking: exact span and item; only predictions that carry an item count as found. Linking with unknowns: a name of no known item, recognised and left without one, is right
 * too. Mentions: exact span of a name, whatever it was linked to.
 */
public final class EvaluateEntities {
    private static final int WARM_UP = 3;
    private static final long MEASURED_NANOS = 3_000_000_000L;

    private final EntityExtractor extractor = EntityExtractor.load();
    private final boolean verbose;
    private final double least;
    private final Tally linking = new Tally();
    private final Tally withUnknown = new Tally();
    private final Tally mentions = new Tally();
    private final Map<String, Integer> errors = new TreeMap<>();
    private int reachable;
    private int linked;

    private EvaluateEntities(boolean verbose, double least) {
        this.verbose = verbose;
        this.least = least;
    }

    /** Arguments: files of annotated articles; `-v` lists the errors; `--min=0.7` drops less confident mentions. */
    public static void main(String[] args) throws IOException {
        boolean verbose = List.of(args).contains("-v");
        double least = 0;
        for (String arg : args) {
            least = arg.startsWith("--min=") ? Double.parseDouble(arg.substring(6)) : least;
        }
        for (String arg : args) {
            if (!arg.startsWith("-")) {
                new EvaluateEntities(verbose, least).run(Path.of(arg));
            }
        }
    }

    private void run(Path file) throws IOException {
        List<GoldArticle> articles = GoldArticle.read(file);
        articles.forEach(this::score);
        System.out.printf(Locale.ROOT, "%s: %d articles%n", file.getFileName(), articles.size());
        System.out.println("  linking               " + linking);
        System.out.println("  linking with unknowns " + withUnknown);
        System.out.println("  mentions              " + mentions);
        System.out.printf(Locale.ROOT, "  items in the table    %d of %d%n", reachable, linked);
        speed(articles);
        if (verbose) {
            errors.forEach((error, count) -> System.out.printf("%4d %s%n", count, error));
        }
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

    private void speed(List<GoldArticle> articles) {
        for (int i = 0; i < WARM_UP * 2000 / articles.size(); i++) {
            articles.forEach(article -> extractor.extract("", article.text(), "en"));
        }
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        long done = 0;
        long characters = 0;
        while (clock.getCurrentThreadCpuTime() - start < MEASURED_NANOS) {
            for (GoldArticle article : articles) {
                extractor.extract("", article.text(), "en");
                done++;
                characters += article.text().length();
            }
        }
        double seconds = (clock.getCurrentThreadCpuTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "  speed of one core     %,.0f articles/s (%,.0f of 5,000 characters each)%n",
                done / seconds,
                characters / 5000.0 / seconds);
    }
}
