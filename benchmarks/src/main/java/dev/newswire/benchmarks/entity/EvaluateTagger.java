package dev.newswire.benchmarks.entity;

import dev.newswire.benchmarks.Figures;
import dev.newswire.benchmarks.tagger.Prose;
import dev.newswire.benchmarks.tagger.Sentence;
import dev.newswire.benchmarks.tagger.SpanScore;
import dev.newswire.enrich.entity.EntityExtractor;
import dev.newswire.enrich.entity.tagger.MentionTagger;
import dev.newswire.schema.EntityType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scores the recognition of names, all of it as a service does it, on a corpus of annotated sentences. */
@Command(
        name = "tagger",
        mixinStandardHelpOptions = true,
        description = {
            "Scores the recognition of names on sentences in columns: word, BIO tag (PER, ORG, LOC, others count as MISC).",
            "Counts exact spans of the right type; a span must be whole words of the corpus. Consecutive sentences are",
            "read as one article, up to --block, or as the corpus parts them (-DOCSTART-)."
        })
@SuppressWarnings("NullAway.Init") // by picocli
public final class EvaluateTagger implements Callable<Integer> {
    private static final double WARM_UP_SECONDS = 3;
    private static final double SECONDS = 2;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(paramLabel = "PATH", description = "Annotated sentences, plain or gzipped.")
    private Path path;

    @Option(
            names = "--block",
            defaultValue = "1",
            description = "Most sentences read as one article (${DEFAULT-VALUE}).")
    private int block;

    @Option(names = "--alone", description = "Ask the tagger alone, without the table of names and the document pass.")
    private boolean alone;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        List<Sentence> sentences = Sentence.read(path);
        Names names = alone ? Names.ofTagger(MentionTagger.shipped()) : Names.ofExtractor(EntityExtractor.load());
        SpanScore score = new SpanScore();
        List<String> texts = new ArrayList<>();
        for (List<Sentence> document : Sentence.documents(sentences, Math.max(1, block))) {
            Prose prose = Prose.of(document);
            texts.add(prose.text());
            score.add(Sentence.names(document), names.in(prose));
        }
        double speed = Speed.of(Speed.articles(texts), WARM_UP_SECONDS, SECONDS, names::read);
        figures(score, sentences.size(), speed).print(spec.commandLine().getOut(), json);
        return CommandLine.ExitCode.OK;
    }

    private static Figures figures(SpanScore score, int sentences, double speed) {
        Figures types = new Figures();
        for (EntityType type : EntityType.values()) {
            types.put(type.name().toLowerCase(Locale.ROOT), score.of(type).figures());
        }
        return new Figures()
                .put("sentences", sentences)
                .put("precision", score.named().precision())
                .put("recall", score.named().recall())
                .put("f1", score.named().f1())
                .put("mention_f1", score.places().f1())
                .put("per_type", types)
                .put("per_second", speed);
    }
}
