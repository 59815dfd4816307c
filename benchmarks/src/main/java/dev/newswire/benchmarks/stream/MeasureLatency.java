package dev.newswire.benchmarks.stream;

import dev.newswire.benchmarks.Figures;
import dev.newswire.benchmarks.data.Texts;
import dev.newswire.benchmarks.ingest.Uploads;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Time from an article's arrival at ingest to its entry and links, at set rates. */
@Command(
        name = "latency",
        description = {
            "Sends articles to the ingest service at set rates, one request each, and measures how long it takes until a",
            "consumer of the feeds sees the entry, and the entry with links. Every delay counts from when the article was",
            "due, so that a sender that is held up does not hide any (open loop)."
        },
        mixinStandardHelpOptions = true)
public final class MeasureLatency implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** Events end before their entries are written: a feed that works through many may pause, but not for so long. */
    private static final Duration STILL = Duration.ofSeconds(10);

    private static final long LOOK_MS = 50;
    private static final Duration WARM_UP_PATIENCE = Duration.ofMinutes(5);
    /** By their dates; they are sent faster. */
    private static final int WARM_UP_PER_SECOND = 500;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..1",
            description = "folder or .tar.xz with posts in Markdown; without one, texts are generated")
    private @Nullable Path posts;

    @Option(
            names = "--rate",
            defaultValue = "50",
            description = "events a second; may be given again (default ${DEFAULT-VALUE})")
    private List<Integer> rates = List.of();

    @Option(names = "--seconds", defaultValue = "60", description = "at each rate (default ${DEFAULT-VALUE})")
    private int seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "10000",
            description = "events before, as fast as they are taken, which do not count (default ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(names = "--partitions", defaultValue = "4", description = "of each topic (default ${DEFAULT-VALUE})")
    private int partitions;

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

    private int editions;

    @Override
    public Integer call() throws Exception {
        List<String> texts = Texts.of(posts);
        Figures figures = new Figures().put("seconds", seconds).put("partitions", partitions);
        try (Plant plant = Plant.start(serviceOptions, partitions);
                Application publish = plant.application(ServiceChild.PUBLISH, 0);
                Application enrich = plant.application(ServiceChild.ENRICH, 0);
                Application ingest = plant.application(ServiceChild.INGEST, 0);
                Watcher watcher = Watcher.start(plant.kafka(), new Sightings())) {
            for (Application service : List.of(ingest, enrich, publish)) {
                figures.put(service.name() + "_start_seconds", service.startSeconds());
            }
            warmUp(letters(texts, WARM_UP_PER_SECOND, warmUp), ingest, watcher);
            for (int rate : rates) {
                figures.put("at_" + rate, run(letters(texts, rate, rate * seconds), rate, ingest, watcher));
            }
        }
        figures.print(spec.commandLine().getOut(), json);
        return CommandLine.ExitCode.OK;
    }

    /** Made before they are due, so that making them takes no time from those under way. */
    private List<Letter> letters(List<String> texts, int rate, int count) {
        String edition = ++editions + "-";
        Duration step = Duration.ofSeconds(1).dividedBy(rate);
        NewsMix mix = new NewsMix(texts, 0, Instant.now(), step);
        return Stream.generate(() -> Letter.of(mix.next(), edition))
                .limit(count)
                .toList();
    }

    private void warmUp(List<Letter> letters, Application ingest, Watcher watcher) throws Exception {
        spec.commandLine().getErr().println("Sending " + letters.size() + " events to warm up");
        Sightings sightings = new Sightings();
        watcher.tell(sightings);
        letters.forEach(letter -> sightings.sent(letter, System.nanoTime(), System.nanoTime()));
        URI articles = URI.create(ingest.address()).resolve("/v1/articles");
        long accepted =
                Uploads.upload(articles, letters.stream().map(Letter::line).toList());
        if (accepted != letters.size()) {
            throw new IOException("Only " + accepted + " of " + letters.size() + " events were accepted");
        }
        awaitEnd(sightings, watcher, WARM_UP_PATIENCE);
    }

    private Figures run(List<Letter> letters, int rate, Application ingest, Watcher watcher) throws Exception {
        spec.commandLine().getErr().println("Sending " + letters.size() + " events, " + rate + " a second");
        Sightings sightings = new Sightings();
        watcher.tell(sightings);
        new OpenLoop(ingest.address(), sightings).send(letters, rate);
        awaitEnd(sightings, watcher, PATIENCE);
        return sightings.figures();
    }

    private void awaitEnd(Sightings sightings, Watcher watcher, Duration patience) throws InterruptedException {
        long giveUpAt = System.nanoTime() + patience.toNanos();
        while (sightings.open() > 0 || !watcher.stillFor(STILL)) {
            if (!watcher.isAlive()) {
                throw new IllegalStateException("The consumer of the feeds has ended");
            }
            if (System.nanoTime() > giveUpAt) {
                throw new IllegalStateException("The pipeline still works, " + patience.toSeconds()
                        + " s after the last event, " + sightings.open() + " of which have come to no end");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MS);
        }
    }
}
