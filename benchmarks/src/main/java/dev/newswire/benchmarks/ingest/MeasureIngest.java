package dev.newswire.benchmarks.ingest;

import dev.newswire.benchmarks.Figures;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Articles a second over HTTP beside those of a plain producer, by turns on one broker. */
@Command(
        name = "ingest",
        description = {
            "Measures how many articles of 5 KB the ingest service takes as NDJSON over HTTP, beside producers that send",
            "the same lines to the same broker by turns: one as the client comes (with zstd), one with ingest's settings."
        },
        mixinStandardHelpOptions = true)
public final class MeasureIngest implements Callable<Integer> {
    @Parameters(
            paramLabel = "PATH",
            arity = "0..1",
            description = "folder or .tar.xz with posts in Markdown; without one, texts are generated")
    private @Nullable Path posts;

    @Option(names = "--articles", defaultValue = "20000", description = "in each round (default ${DEFAULT-VALUE})")
    private int articles;

    @Option(names = "--rounds", defaultValue = "5", description = "of each way (default ${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--warm-up",
            defaultValue = "3",
            description = "rounds that do not count (default ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(names = "--uploads", defaultValue = "2", description = "at a time (default ${DEFAULT-VALUE})")
    private int uploads;

    @Option(
            names = "--memory-articles",
            defaultValue = "0",
            description = "sent after the rounds to watch the heap, 50,000 at a time (default ${DEFAULT-VALUE})")
    private int memoryArticles;

    @Option(
            names = "--ingest-options",
            split = " ",
            defaultValue = "-XX:+UseSerialGC -Xmx256m",
            description = "of the ingest service's virtual machine (default ${DEFAULT-VALUE})")
    private List<String> ingestOptions = List.of();

    @Option(names = "--json", description = "print one JSON object")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Lines lines = Lines.of(posts);
        Figures figures = new Figures().put("articles", articles).put("uploads", uploads);
        try (Rig rig = Rig.start(ingestOptions);
                Uploads ingest = new Uploads(rig.ingestUrl(), uploads)) {
            compare(rig, lines, ingest, figures);
            if (memoryArticles > 0) {
                new MemoryWatch(rig, ingest).run(lines, memoryArticles, progress(), figures);
            }
        }
        figures.print(spec.commandLine().getOut(), json);
        return CommandLine.ExitCode.OK;
    }

    private void compare(Rig rig, Lines lines, Load ingest, Figures figures) throws Exception {
        Comparison comparison = new Comparison();
        Events events = new Events(rig.kafka());
        try (PlainProducer plain = PlainProducer.asItComes(rig.kafka(), rig.topicLikeRaw("bench.lines"));
                PlainProducer tuned = PlainProducer.tuned(rig.kafka(), rig.topicLikeRaw("bench.tuned"));
                PlainProducer ofEvents = PlainProducer.tuned(rig.kafka(), rig.topicLikeRaw("bench.events"))) {
            for (int round = -warmUp; round < rounds; round++) {
                List<Round> measured = List.of(
                        Round.of(rig, plain, lines.next(articles)),
                        Round.of(rig, tuned, lines.next(articles)),
                        Round.of(rig, ingest, lines.next(articles)),
                        Round.of(rig, ofEvents, events.of(lines.next(articles))));
                progress().println((round < 0 ? "warm-up: " : "round: ") + Comparison.tell(measured));
                if (round >= 0) {
                    comparison.add(measured);
                }
            }
        }
        comparison.addTo(figures);
    }

    private PrintWriter progress() {
        return spec.commandLine().getErr();
    }
}
