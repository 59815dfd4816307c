package dev.newswire.benchmarks.stream;

import dev.newswire.benchmarks.data.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Articles a second from raw events to links and to feed entries, beside a topology that passes the same events on. */
@Command(
        name = "stream",
        description = {
            "Measures enrich and publish on a stream of news through a real broker: articles a second from raw event"
                    + " to",
            "links and to feed entries, and processor time by process, beside a plain client and a pass-through"
                    + " topology."
        },
        mixinStandardHelpOptions = true)
public final class MeasureStream implements Callable<Integer> {
    /** Commits are often; a burst of answers between keepers of links may come late. */
    private static final Duration STILL = Duration.ofSeconds(8);

    @Parameters(
            paramLabel = "PATH",
            arity = "0..1",
            description = "folder or .tar.xz with posts in Markdown; without one, texts are generated")
    private @Nullable Path posts;

    @Option(names = "--articles", defaultValue = "20000", description = "events in all (default ${DEFAULT-VALUE})")
    private int articles;

    @Option(
            names = "--window-articles",
            defaultValue = "20000",
            description = "events within the window of seven days (default ${DEFAULT-VALUE})")
    private int windowArticles;

    @Option(
            names = "--hot-share",
            defaultValue = "0",
            description = "share of articles that name one rare thing, 0 to 1 (default ${DEFAULT-VALUE})")
    private double hotShare;

    @Option(names = "--instances", defaultValue = "1", description = "of each service (default ${DEFAULT-VALUE})")
    private int instances;

    @Option(names = "--partitions", defaultValue = "4", description = "of each topic (default ${DEFAULT-VALUE})")
    private int partitions;

    @Option(names = "--without-publish", description = "measure enrich alone")
    private boolean withoutPublish;

    @Option(
            names = "--service-options",
            split = " ",
            defaultValue = "-XX:+UseSerialGC -Xmx1g",
            description = "of the services' virtual machines; %%n is the service's name (default ${DEFAULT-VALUE})")
    private List<String> serviceOptions = List.of();

    @Option(names = "--json", description = "print one JSON object")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        StreamOptions options = new StreamOptions(
                articles, windowArticles, hotShare, instances, partitions, !withoutPublish, serviceOptions, STILL);
        StreamRun run =
                new StreamRun(options, Texts.of(posts), spec.commandLine().getErr());
        run.run().figures().print(spec.commandLine().getOut(), json);
        return CommandLine.ExitCode.OK;
    }
}
