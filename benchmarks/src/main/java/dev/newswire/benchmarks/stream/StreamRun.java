package dev.newswire.benchmarks.stream;

import dev.newswire.benchmarks.Figures;
import dev.newswire.benchmarks.ingest.ChildProcess;
import dev.newswire.enrich.EnrichTopology;
import dev.newswire.platform.topic.Topics;
import dev.newswire.publish.PublishTopology;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/** One stream of news through a plain client, a topology that passes it on, and the services. */
public final class StreamRun {
    private static final Duration WINDOW = Duration.ofDays(7);
    private static final long LOOK_MS = 250;
    private static final long STUCK_NANOS = Duration.ofMinutes(5).toNanos();
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int LOOKS_PER_LINE = 20;

    private final StreamOptions options;
    private final List<String> texts;
    private final PrintWriter progress;
    private final Figures figures = new Figures();

    /** @param texts that the articles are made of */
    public StreamRun(StreamOptions options, List<String> texts, PrintWriter progress) {
        this.options = options;
        this.texts = texts;
        this.progress = progress;
    }

    /**
     * Starts broker, registry and applications, measures, and ends them.
     *
     * @throws IllegalStateException if nothing moves for five minutes
     */
    public StreamResult run() throws Exception {
        figures.put("articles", options.articles())
                .put("window_articles", options.windowArticles())
                .put("hot_share", options.hotShare())
                .put("partitions", options.partitions())
                .put("instances", options.instances());
        try (Plant plant = Plant.start(options.serviceOptions(), options.partitions());
                Admin admin = Admin.create(plant.kafka())) {
            clients(plant);
            Stage passThrough = passThrough(plant, admin);
            List<Stage> services = services(plant, admin);
            StreamResult result = new StreamResult(passThrough, services, figures);
            figures.put("ratio_to_pass_through", result.rateRatio())
                    .put("cpu_ratio_to_pass_through", result.processorRatio())
                    .put(
                            "state_bytes_per_article",
                            plant.stateBytes(ServiceChild.ENRICH)
                                    / (double) Math.min(options.articles(), options.windowArticles()));
            return result;
        }
    }

    private void clients(Plant plant) {
        int articles = options.articles();
        progress.println("Making and sending " + articles + " events");
        Duration step = WINDOW.dividedBy(options.windowArticles());
        Instant start = Instant.now().minus(step.multipliedBy(articles));
        NewsMix mix = new NewsMix(texts, options.hotShare(), start, step);
        RawTopic raw = new RawTopic(plant.kafka());
        long sent = raw.fill(mix, articles);
        long read = raw.read(articles);
        figures.put("bytes_per_event", raw.bytes() / (double) articles)
                .put("producer_per_second", articles * NANOS_PER_SECOND / sent)
                .put("consumer_per_second", articles * NANOS_PER_SECOND / read)
                .put("producer_and_consumer_per_second", articles * NANOS_PER_SECOND / (sent + read));
    }

    private Stage passThrough(Plant plant, Admin admin) throws Exception {
        try (Application child = plant.application(ServiceChild.PASS_THROUGH, 0)) {
            Stage stage = stage(
                    "pass_through",
                    List.of(child),
                    new GroupWatch(admin, PassThrough.APPLICATION_ID, Topics.RAW.name()));
            await(List.of(stage));
            stage.addTo(figures);
            return stage;
        }
    }

    private List<Stage> services(Plant plant, Admin admin) throws Exception {
        List<Application> enrich = new ArrayList<>();
        List<Application> publish = new ArrayList<>();
        try {
            for (int i = 0; i < options.instances(); i++) {
                if (options.withPublish()) {
                    publish.add(plant.application(ServiceChild.PUBLISH, i));
                }
                enrich.add(plant.application(ServiceChild.ENRICH, i));
            }
            long before = plant.servers().processorTime().toNanos();
            List<Stage> stages = stages(admin, enrich, publish);
            await(stages);
            stages.forEach(stage -> stage.addTo(figures));
            long broker = plant.servers().processorTime().toNanos() - before;
            figures.put("broker_cpu_micros", broker / 1e3 / options.articles());
            return stages;
        } finally {
            closeAll(enrich);
            closeAll(publish);
        }
    }

    private List<Stage> stages(Admin admin, List<Application> enrich, List<Application> publish) {
        List<Stage> stages = new ArrayList<>();
        stages.add(stage("enrich", enrich, new GroupWatch(admin, EnrichTopology.APPLICATION_ID, Topics.RAW.name())));
        if (!publish.isEmpty()) {
            stages.add(stage(
                    "publish", publish, new GroupWatch(admin, PublishTopology.APPLICATION_ID, Topics.ENRICHED.name())));
        }
        return stages;
    }

    private Stage stage(String name, List<Application> applications, GroupWatch watch) {
        figures.put(name + "_start_seconds", applications.get(0).startSeconds());
        List<ChildProcess> processes =
                applications.stream().map(Application::process).toList();
        return new Stage(name, processes, watch, options.articles());
    }

    private static void closeAll(List<Application> applications) throws IOException {
        for (Application application : applications) {
            application.close();
        }
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
                progress.println(tell(stages));
            }
        }
    }

    private static String tell(List<Stage> stages) {
        return String.join("  ", stages.stream().map(Stage::progress).toList());
    }

    private boolean isDone(List<Stage> stages) {
        long still = options.still().toNanos();
        return stages.get(0).done() >= options.articles() && stages.stream().allMatch(stage -> stage.stillFor(still));
    }
}
