package dev.newswire.benchmarks.reads;

import dev.newswire.benchmarks.Figures;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What readers get from a whole pipeline. */
@Command(
        name = "reads",
        description = {
            "Starts a whole pipeline and measures what readers get: feeds for each second of the publish service's processor",
            "time, with many listeners how soon an accepted article is told, and how soon a retracted one is nowhere."
        },
        mixinStandardHelpOptions = true)
public final class MeasureReads implements Callable<Integer> {
    private static final int FEED = 50;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    @Option(names = "--requests", defaultValue = "20000", description = "of each kind (default ${DEFAULT-VALUE})")
    private int requests;

    @Option(names = "--listeners", defaultValue = "500", description = "streams of events (default ${DEFAULT-VALUE})")
    private int listeners;

    @Option(names = "--rate", defaultValue = "50", description = "articles a second (default ${DEFAULT-VALUE})")
    private int rate;

    @Option(names = "--articles", defaultValue = "1500", description = "timed (default ${DEFAULT-VALUE})")
    private int articles;

    @Option(names = "--retractions", defaultValue = "50", description = "timed (default ${DEFAULT-VALUE})")
    private int retractions;

    @Option(
            names = "--publish-options",
            split = " ",
            defaultValue = "-XX:+UseSerialGC -Xmx512m",
            description = "of the publish service's virtual machine (default ${DEFAULT-VALUE})")
    private List<String> publishOptions = List.of();

    @Option(names = "--json", description = "print one JSON object")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private final HttpClient client = HttpClient.newHttpClient();

    @Override
    public Integer call() throws Exception {
        Figures figures = new Figures();
        try (Newsroom newsroom = Newsroom.start(publishOptions)) {
            Desk desk = new Desk(newsroom.ingestUrl());
            for (int i = 0; i < 2 * FEED; i++) {
                desk.send();
            }
            await(() -> items(newsroom.publishUrl()) == FEED, "the feed to fill");
            read(newsroom, figures);
            listen(newsroom, desk, figures);
        }
        figures.print(spec.commandLine().getOut(), json);
        return CommandLine.ExitCode.OK;
    }

    private void read(Newsroom newsroom, Figures figures) throws Exception {
        await(() -> isQuiet(newsroom.publishUrl()), "the feed to rest");
        HttpResponse<String> feed = get(newsroom.publishUrl(), "/feeds/latest.json");
        String tag = feed.headers().firstValue("ETag").orElseThrow();
        figures.put("feed_bytes", feed.body().length());
        figures.put("whole", ask(newsroom, "", 200));
        figures.put("compressed", ask(newsroom, "Accept-Encoding: gzip\r\n", 200));
        figures.put("unchanged", ask(newsroom, "If-None-Match: " + tag + "\r\n", 304));
    }

    private Figures ask(Newsroom newsroom, String headers, int status) throws IOException {
        try (Reader reader = new Reader(newsroom.publishUrl(), "/feeds/latest.json", headers)) {
            reader.ask(requests, status);
            long before = newsroom.publish().processorTime().toNanos();
            long start = System.nanoTime();
            reader.ask(requests, status);
            double micros = (newsroom.publish().processorTime().toNanos() - before) / 1e3 / requests;
            progress().println(status + " " + headers.strip() + ": " + micros + " us");
            return new Figures()
                    .put("cpu_micros", micros)
                    .put("per_core_second", 1e6 / micros)
                    .put("one_connection_per_second", requests * 1e9 / (System.nanoTime() - start));
        }
    }

    private void listen(Newsroom newsroom, Desk desk, Figures figures) throws Exception {
        Listeners heard = new Listeners();
        heard.open(newsroom.publishUrl(), listeners);
        await(() -> heard.opened() == listeners, "all streams to open");
        Map<String, Long> accepted = sendAll(desk);
        await(() -> heard.entries().keySet().containsAll(accepted.keySet()), "every article to be told");
        Delays visible = new Delays();
        accepted.forEach((articleId, at) -> visible.add(heard.entries().getOrDefault(articleId, at) - at));
        String[] memory = newsroom.publish().ask().split(" ");
        figures.put("listeners", heard.opened())
                .put("events_heard", heard.heard())
                .put("heap_bytes_after_collection", Long.parseLong(memory[0]))
                .put("threads", Long.parseLong(memory[1]))
                .put("resident_bytes", newsroom.publish().residentBytes())
                .put("accepted_to_told", visible.figures());
        retract(newsroom, desk, heard, new ArrayList<>(accepted.keySet()), figures);
    }

    private Map<String, Long> sendAll(Desk desk) throws Exception {
        Map<String, Long> accepted = new HashMap<>();
        long start = System.nanoTime();
        for (int i = 0; i < articles; i++) {
            TimeUnit.NANOSECONDS.sleep(start + i * TimeUnit.SECONDS.toNanos(1) / rate - System.nanoTime());
            String articleId = desk.send();
            accepted.put(articleId, System.nanoTime());
        }
        progress().println("sent " + articles + " in " + (System.nanoTime() - start) / 1e9 + " s");
        return accepted;
    }

    /** Nowhere: not in the feed of the newest 500, and in no link there. */
    private void retract(
            Newsroom newsroom, Desk desk, Listeners heard, List<String> articleIds, Figures figures)
            throws Exception {
        Delays told = new Delays();
        Delays nowhere = new Delays();
        List<String> shown = articleIds.stream()
                .filter(articleId -> isShown(newsroom.publishUrl(), articleId))
                .limit(retractions)
                .toList();
        for (String articleId : shown) {
            desk.retract(articleId);
            long accepted = System.nanoTime();
            await(() -> !isShown(newsroom.publishUrl(), articleId), "a retraction to be carried out");
            nowhere.add(System.nanoTime() - accepted);
            await(() -> heard.deletions().containsKey(articleId), "a retraction to be told");
            told.add(heard.deletions().getOrDefault(articleId, accepted) - accepted);
        }
        figures.put("retracted_to_told", told.figures()).put("retracted_to_nowhere", nowhere.figures());
    }

    private boolean isShown(URI publish, String articleId) {
        return get(publish, "/feeds/latest.json?limit=500").body().contains(articleId);
    }

    private long items(URI publish) {
        return get(publish, "/feeds/latest.json").body().split("\"content_text\"", -1).length - 1L;
    }

    private boolean isQuiet(URI publish) throws InterruptedException {
        HttpResponse<String> before = get(publish, "/feeds/latest.json");
        TimeUnit.SECONDS.sleep(2);
        return get(publish, "/feeds/latest.json").headers().firstValue("ETag").equals(before.headers().firstValue("ETag"));
    }

    private HttpResponse<String> get(URI publish, String path) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(publish + path)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void await(Callable<Boolean> condition, String what) throws Exception {
        long giveUpAt = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.call()) {
            if (System.nanoTime() > giveUpAt) {
                throw new IllegalStateException("waited in vain for " + what);
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private PrintWriter progress() {
        return spec.commandLine().getErr();
    }
}
