package dev.newswire.benchmarks.stream;

import dev.newswire.benchmarks.Figures;
import dev.newswire.benchmarks.ingest.ChildProcess;
import dev.newswire.benchmarks.ingest.Posts;
import dev.newswire.enrich.EnrichTopology;
import dev.newswire.platform.topic.Topics;
import dev.newswire.publish.PublishTopology;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
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
    private static final Duration WINDOW = Duration.ofDays(7);
    private static final int ARTICLE_CHARACTERS = 4_600;
    private static final long LOOK_MS = 250;
    private static final long STILL_NANOS = Duration.ofSeconds(8).toNanos();
    private static final long STUCK_NANOS = Duration.ofMinutes(5).toNanos();
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int LOOKS_PER_LINE = 20;

    @Parameters(paramLabel = "PATH", description = "folder or .tar.xz with posts in Markdown")
    private Path posts = Path.of(".");

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
        Figures figures = new Figures()
                .put("articles", articles)
                .put("window_articles", windowArticles)
                .put("hot_share", hotShare)
                .put("partitions", partitions)
                .put("instances", instances);
        try (Plant plant = Plant.start(serviceOptions, partitions);
                Admin admin = Admin.create(plant.kafka())) {
            clients(plant, figures);
            double passed = passThrough(plant, admin, figures);
            double slowest = services(plant, admin, figures);
            figures.put("ratio_to_pass_through", slowest / passed);
            figures.put(
                    "state_bytes_per_article",
                    plant.stateBytes(ServiceChild.ENRICH) / (double) Math.min(articles, windowArticles));
        }
        figures.print(spec.commandLine().getOut(), json);
        return CommandLine.ExitCode.OK;
    }

    private void clients(Plant plant, Figures figures) throws IOException {
        progress().println("Making and sending " + articles + " events");
        Duration step = WINDOW.dividedBy(windowArticles);
        Instant start = Instant.now().minus(step.multipliedBy(articles));
        NewsMix mix = new NewsMix(Posts.read(posts, ARTICLE_CHARACTERS), hotShare, start, step);
        RawTopic raw = new RawTopic(plant.kafka());
        long sent = raw.fill(mix, articles);
        long read = raw.read(articles);
        figures.put("bytes_per_event", raw.bytes() / (double) articles)
                .put("producer_per_second", articles * NANOS_PER_SECOND / sent)
                .put("consumer_per_second", articles * NANOS_PER_SECOND / read)
                .put("producer_and_consumer_per_second", articles * NANOS_PER_SECOND / (sent + read));
    }

    private double passThrough(Plant plant, Admin admin, Figures figures) throws Exception {
        try (ChildProcess child = plant.application(ServiceChild.PASS_THROUGH, 0)) {
            Stage stage = new Stage(
                    "pass_through",
                    List.of(child),
                    new GroupWatch(admin, PassThrough.APPLICATION_ID, Topics.RAW.name()),
                    articles);
            await(List.of(stage));
            stage.addTo(figures);
            return stage.perSecond();
        }
    }

    private double services(Plant plant, Admin admin, Figures figures) throws Exception {
        List<ChildProcess> enrich = new ArrayList<>();
        List<ChildProcess> publish = new ArrayList<>();
        try {
            for (int i = 0; i < instances; i++) {
                if (!withoutPublish) {
                    publish.add(plant.application(ServiceChild.PUBLISH, i));
                }
                enrich.add(plant.application(ServiceChild.ENRICH, i));
            }
            long before = plant.servers().processorTime().toNanos();
            double slowest = services(admin, enrich, publish, figures);
            long broker = plant.servers().processorTime().toNanos() - before;
            figures.put("broker_cpu_micros", broker / 1e3 / articles);
            return slowest;
        } finally {
            for (ChildProcess child :
                    Stream.concat(enrich.stream(), publish.stream()).toList()) {
                child.close();
            }
        }
    }

    private double services(Admin admin, List<ChildProcess> enrich, List<ChildProcess> publish, Figures figures)
            throws Exception {
        List<Stage> stages = new ArrayList<>();
        stages.add(new Stage(
                "enrich", enrich, new GroupWatch(admin, EnrichTopology.APPLICATION_ID, Topics.RAW.name()), articles));
        if (!publish.isEmpty()) {
            stages.add(new Stage(
                    "publish",
                    publish,
                    new GroupWatch(admin, PublishTopology.APPLICATION_ID, Topics.ENRICHED.name()),
                    articles));
        }
        await(stages);
        stages.forEach(stage -> stage.addTo(figures));
        return stages.stream().mapToDouble(Stage::perSecond).min().orElseThrow();
    }

    /** Till the first has done all events, and none has moved for a while. */
    private void await(List<Stage> stages) throws Exception {
        for (int looks = 1; !isDone(stages); looks++) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MS);
            for (Stage stage : stages) {
                stage.look();
            }
            if (stages.stream().allMatch(stage -> stage.stillFor(STUCK_NANOS))) {
                throw new IllegalStateException("Nothing has moved for five minutes; done: " + tell(stages));
            }
            if (looks % LOOKS_PER_LINE == 0) {
                progress().println(tell(stages));
            }
        }
    }

    private static String tell(List<Stage> stages) {
        return String.join("  ", stages.stream().map(Stage::progress).toList());
    }

    private boolean isDone(List<Stage> stages) {
        return stages.get(0).done() >= articles && stages.stream().allMatch(stage -> stage.stillFor(STILL_NANOS));
    }

    private PrintWriter progress() {
        return spec.commandLine().getErr();
    }
}
