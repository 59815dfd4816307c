package dev.newswire.benchmarks.tagger;

import dev.newswire.benchmarks.DataException;
import dev.newswire.benchmarks.Figures;
import dev.newswire.enrich.entity.EntityExtractor;
import dev.newswire.enrich.entity.tagger.MentionTagger;
import dev.newswire.enrich.entity.tagger.Resources;
import dev.newswire.enrich.entity.tagger.Weights;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains the tagger of names that enrich ships. */
@Command(
        name = "train-tagger",
        mixinStandardHelpOptions = true,
        description = {
            "Trains the tagger of names on the corpora of permissive licence in DATA (ner-train, gazetteer, brown, text)",
            "and writes words.bin.gz, weights.bin.gz and manifest.properties to OUT. The same data give the same bytes."
        })
@SuppressWarnings("NullAway.Init") // by picocli
public final class TrainTagger implements Callable<Integer> {
    private static final long SEED = 7;
    private static final float RATE = 0.12f;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DATA", description = "Folder of entity data.")
    private Path data;

    @Parameters(index = "1", paramLabel = "OUT", description = "Folder to write to.")
    private Path out;

    @Option(names = "--without", split = ",", description = "Corpora to leave out, such as wikigold.")
    private List<String> without = List.of();

    @Option(names = "--test", split = ",", description = "Annotated files to score; the figures go into the manifest.")
    private List<Path> tests = List.of();

    @Option(
            names = "--bits",
            defaultValue = "19",
            description = "Rows of weights, binary logarithm (${DEFAULT-VALUE}).")
    private int bits;

    @Option(names = "--epochs", defaultValue = "8", description = "Passes over the data (${DEFAULT-VALUE}).")
    private int epochs;

    @Option(
            names = "--silver",
            defaultValue = "0",
            description = {
                "How much a word of open texts counts that a first tagger, the table of names and the rest of the article",
                "have labelled, such as 0.6 (${DEFAULT-VALUE}: learn from annotators alone)."
            })
    private float silver;

    @Option(
            names = "--dropout",
            defaultValue = "0.2",
            description = "Share of features left out at random while training (${DEFAULT-VALUE}).")
    private float dropout;

    @Option(
            names = "--unknown",
            defaultValue = "0",
            description = {
                "Share of runs of capitals that are read as if the gazetteer knew none of their names, such as 0.3: names of",
                "tomorrow it does not know (${DEFAULT-VALUE})."
            })
    private float unknown;

    @Option(
            names = "--outside",
            defaultValue = "1",
            description =
                    "Taken off the score of words outside of names: finds more names, some of them wrong (${DEFAULT-VALUE}).")
    private float outside;

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(data.resolve("ner-train"))) {
            throw new DataException("There is no " + data.resolve("ner-train") + ": give the folder of entity data.");
        }
        Files.createDirectories(out);
        byte[] words = new ResourcesBuilder(data).build();
        Resources resources = Resources.read(new ByteArrayInputStream(words));
        byte[] weights = train(resources);
        Files.write(out.resolve("words.bin.gz"), words);
        Files.write(out.resolve("weights.bin.gz"), weights);
        Figures scores = scores(MentionTagger.of(resources, Weights.read(new ByteArrayInputStream(weights))));
        Manifest manifest = new Manifest(corpora(), bits, epochs, dropout, unknown, silver, SEED);
        Files.writeString(out.resolve("manifest.properties"), manifest.text(words, weights, scores));
        scores.print(spec.commandLine().getOut(), true);
        return CommandLine.ExitCode.OK;
    }

    private List<Corpus> corpora() {
        return Corpus.ALL.stream()
                .filter(corpus -> !without.contains(corpus.name()))
                .toList();
    }

    private byte[] train(Resources resources) throws IOException {
        List<Example> examples = new ArrayList<>();
        for (Corpus corpus : corpora()) {
            examples.addAll(corpus.examples(data.resolve("ner-train")));
        }
        byte[] weights = fit(resources, examples);
        if (silver > 0) {
            examples.addAll(silver(resources, weights));
            weights = fit(resources, examples);
        }
        return weights;
    }

    private byte[] fit(Resources resources, List<Example> examples) throws IOException {
        CrfTrainer trainer = new CrfTrainer(resources, new CrfTrainer.Plan(bits, epochs, RATE, dropout, unknown, SEED));
        trainer.fit(examples);
        return Quantiser.pack(bits, outside, trainer.weights(), trainer.transitions());
    }

    private List<Example> silver(Resources resources, byte[] weights) throws IOException {
        MentionTagger first = MentionTagger.of(resources, Weights.read(new ByteArrayInputStream(weights)));
        SilverLabels labels = new SilverLabels(EntityExtractor.load().with(first), silver);
        return OpenTexts.read(data.resolve("text")).stream()
                .map(labels::example)
                .toList();
    }

    private Figures scores(MentionTagger tagger) throws IOException {
        Figures scores = new Figures();
        for (Path test : tests) {
            SpanScore score = Tagging.score(tagger, Sentence.read(test));
            scores.put(test.getFileName().toString(), score.named().figures());
        }
        return scores;
    }
}
