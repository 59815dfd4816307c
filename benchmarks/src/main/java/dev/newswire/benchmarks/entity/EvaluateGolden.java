package dev.newswire.benchmarks.entity;

import dev.newswire.benchmarks.DataException;
import dev.newswire.benchmarks.Figures;
import dev.newswire.benchmarks.entity.GoldenScore.Answer;
import dev.newswire.enrich.entity.EntityExtractor;
import dev.newswire.schema.Entity;
import dev.newswire.schema.EntityType;
import dev.newswire.schema.Mention;
import dev.newswire.schema.MentionField;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scores entities on articles whose every name is marked, with its type, entity, chain and form. */
@Command(
        name = "golden",
        mixinStandardHelpOptions = true,
        description = {
            "Scores entities on articles with all names and chains: JSON lines of id, title, text and mentions",
            "[start, end, type (PER ORG LOC MISC), entity, chain, form]. f1: exact place and type of people, organisations",
            "and places; short_forms: share of acronyms, family names and other short forms that are taken for what their",
            "full name is taken for; chains_f1: BCubed."
        })
@SuppressWarnings("NullAway.Init") // by picocli
public final class EvaluateGolden implements Callable<Integer> {
    private static final double WARM_UP_SECONDS = 3;
    private static final double SECONDS = 2;
    private static final double PERCENT = 100;
    private static final String BREAK = "\n\n";

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(paramLabel = "PATH", description = "Annotated articles, plain or gzipped.")
    private Path path;

    @Option(names = "--ids", paramLabel = "REGEX", description = "Only articles whose id matches, such as g.[13579].")
    private @Nullable Pattern ids;

    @Option(names = "--errors", description = "List what was missed, found wrongly or linked wrongly.")
    private boolean verbose;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        List<GoldArticle> articles = GoldArticle.read(path).stream()
                .filter(article -> ids == null || ids.matcher(article.id()).matches())
                .toList();
        if (articles.isEmpty()) {
            throw new DataException("No article's id matches: see --ids.");
        }
        EntityExtractor extractor = EntityExtractor.load();
        GoldenScore score = new GoldenScore();
        articles.forEach(article -> score.add(article, answers(extractor, article)));
        if (verbose) {
            score.errors().forEach(spec.commandLine().getOut()::println);
        }
        List<String> texts =
                Speed.articles(articles.stream().map(GoldArticle::text).toList());
        double speed = Speed.of(texts, WARM_UP_SECONDS, SECONDS, text -> extractor.extract("", text, "en"));
        figures(articles.size(), score, speed).print(spec.commandLine().getOut(), json);
        return CommandLine.ExitCode.OK;
    }

    private static List<Answer> answers(EntityExtractor extractor, GoldArticle article) {
        boolean titled = article.text().startsWith(article.title() + BREAK);
        String title = titled ? article.title() : "";
        int offset = titled ? title.length() + BREAK.length() : 0;
        List<Answer> answers = new ArrayList<>();
        for (Entity entity : extractor.extract(title, article.text().substring(offset), "en")) {
            for (Mention mention : entity.getMentions()) {
                int start = mention.getStart() + (mention.getField() == MentionField.TITLE ? 0 : offset);
                int end = start + mention.getEnd() - mention.getStart();
                answers.add(new Answer(start, end, entity.getType(), entity.getEntityId()));
            }
        }
        return answers;
    }

    private static Figures figures(int articles, GoldenScore score, double speed) {
        Figures types = new Figures();
        for (EntityType type : EntityType.values()) {
            types.put(
                    type.name().toLowerCase(Locale.ROOT), score.names().of(type).figures());
        }
        Figures forms = new Figures();
        for (Map.Entry<String, Tally> form : score.byForm().entrySet()) {
            forms.put(form.getKey(), form.getValue().recall() / PERCENT);
        }
        return new Figures()
                .put("articles", articles)
                .put("precision", score.names().named().precision())
                .put("recall", score.names().named().recall())
                .put("f1", score.names().named().f1())
                .put("mention_f1", score.places().f1() / PERCENT)
                .put("linking_precision", score.links().precision() / PERCENT)
                .put("linking_recall", score.links().recall() / PERCENT)
                .put("linking_f1", score.links().f1() / PERCENT)
                .put("short_forms", score.shortened().recall() / PERCENT)
                .put("chains_f1", score.chains().f1())
                .put("per_type", types)
                .put("per_form", forms)
                .put("per_second", speed);
    }
}
