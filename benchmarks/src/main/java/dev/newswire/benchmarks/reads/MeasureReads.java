package dev.newswire.benchmarks.reads;

import dev.newswire.benchmarks.Figures;
import dev.newswire.benchmarks.reads.Desk.Sent;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.ToLongFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What readers get from a whole pipeline. */
@Command(
        name = "reads",
        description = {
            "Starts a whole pipeline, exactly-once, and measures what readers get: answers for each second of the"
                    + " publish",
            "service's processor time; how soon an accepted article stands on the feed topic and is told as an event;"
                    + " what",
            "many listeners cost; and how soon a retracted article is nowhere. Takes about six minutes."
        },
        mixinStandardHelpOptions = true)
public final class MeasureReads implements Callable<Integer> {
    private static final int FEED = 50;

    /** Enough for the service to be busy all the time, so that its other work is a small part of what is measured. */
    private static final int CONNECTIONS = 4;

    @Option(names = "--requests", defaultValue = "20000", description = "Of each kind: ${DEFAULT-VALUE} by default.")
    private int requests;

    @Option(names = "--rate", defaultValue = "50", description = "Articles a second: ${DEFAULT-VALUE} by default.")
    private int rate;

    @Option(
            names = "--warm-up",
            defaultValue = "4000",
            description = "Articles sent before, at the same rate: ${DEFAULT-VALUE} by default.")
    private int warmUp;

    @Option(names = "--articles", defaultValue = "1500", description = "Timed: ${DEFAULT-VALUE} by default.")
    private int articles;

    @Option(names = "--retractions", defaultValue = "100", description = "Timed: ${DEFAULT-VALUE} by default.")
    private int retractions;

    @Option(
            names = "--listeners",
            defaultValue = "500",
            description = "Streams of events: ${DEFAULT-VALUE} by default.")
    private int listeners;

    @Option(
            names = "--crowd-rate",
            defaultValue = "5",
            description = "Articles a second while all listen: ${DEFAULT-VALUE} by default.")
    private int crowdRate;

    @Option(
            names = "--crowd-articles",
            defaultValue = "100",
            description = "Articles that all hear of: ${DEFAULT-VALUE} by default.")
    private int crowdArticles;

    @Option(
            names = "--publish-options",
            split = " ",
            defaultValue = "-XX:+UseSerialGC -Xmx512m",
            description = "Of the publish service's virtual machine: ${DEFAULT-VALUE} by default.")
    private List<String> publishOptions = List.of();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Figures figures = new Figures();
        progress("starting broker, registry and services");
        try (Newsroom newsroom = Newsroom.start(publishOptions);
                EntryTopic topic = EntryTopic.open(newsroom.kafka())) {
            Site site = new Site(newsroom.publishUrl());
            Desk desk = new Desk(newsroom.ingestUrl());
            Listeners heard = new Listeners(site.url());
            progress("sending " + warmUp + " articles to warm up");
            desk.send(Math.max(warmUp, 2 * FEED), rate);
            Patience.await(() -> site.items() == FEED, "the feed to fill");
            Patience.await(site::rests, "the feed to rest");
            read(newsroom, site, figures);
            heard.open(1);
            arrive(desk, topic, heard, figures);
            withdraw(site, desk, topic, heard, figures);
            crowd(newsroom, desk, heard, figures);
        }
        figures.print(spec.commandLine().getOut(), json);
        return CommandLine.ExitCode.OK;
    }

    private void read(Newsroom newsroom, Site site, Figures figures) throws Exception {
        figures.put("feed_bytes", site.body(Site.FEED).length());
        List<Question> questions = List.of(
                new Question("whole", "", 200),
                new Question("compressed", "Accept-Encoding: gzip\r\n", 200),
                new Question("unchanged", "If-None-Match: " + site.tag() + "\r\n", 304));
        // All of them first: they have most of their way in common, and compilers come late.
        for (Question question : questions) {
            ask(newsroom, question);
        }
        for (Question question : questions) {
            Figures answered = ask(newsroom, question);
            figures.put(question.name(), answered);
            progress(question.name() + ": " + answered.json());
        }
    }

    private record Question(String name, String headers, int status) {}

    private Figures ask(Newsroom newsroom, Question question) throws IOException, InterruptedException {
        try (Readers readers = Readers.open(CONNECTIONS, newsroom.publishUrl(), Site.FEED, question.headers())) {
            long before = newsroom.publish().processorTime().toNanos();
            long start = System.nanoTime();
            readers.ask(requests, question.status());
            double micros = (newsroom.publish().processorTime().toNanos() - before) / 1e3 / requests;
            return new Figures()
                    .put("cpu_micros", micros)
                    .put("per_core_second", 1e6 / micros)
                    .put("connections", CONNECTIONS)
                    .put("per_second", requests * 1e9 / (System.nanoTime() - start));
        }
    }

    private void arrive(Desk desk, EntryTopic topic, Listeners heard, Figures figures) throws Exception {
        progress("sending " + articles + " articles, " + rate + " a second");
        long start = System.nanoTime();
        List<Sent> sent = desk.send(articles, rate);
        double perSecond = articles * 1e9 / (System.nanoTime() - start);
        awaitAll(sent, topic.arrivals(), "every article to stand on the topic");
        awaitAll(sent, heard.entries(), "every article to be told");
        figures.put("arrivals_per_second", perSecond)
                .put("accepted_to_topic", delays(sent, article -> at(topic.arrivals(), article)))
                .put("accepted_to_event", delays(sent, article -> at(heard.entries(), article)));
    }

    /** While others come at the same rate. */
    private void withdraw(Site site, Desk desk, EntryTopic topic, Listeners heard, Figures figures) throws Exception {
        progress("retracting " + retractions + " articles while others come");
        Deque<Sent> coming = new ConcurrentLinkedDeque<>();
        Thread sender = new Thread(() -> keepSending(desk, coming), "sender");
        sender.start();
        try {
            Withdrawals withdrawals = new Withdrawals(site, desk, new Places(site, topic, heard));
            withdrawals.run(retractions, coming);
            figures.put("retracted_to_absent", withdrawals.figures());
        } finally {
            sender.interrupt();
            sender.join();
        }
    }

    private void keepSending(Desk desk, Deque<Sent> coming) {
        try {
            desk.send(Integer.MAX_VALUE, rate, coming::add);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            progress("sending ended: " + e);
        }
    }

    private void crowd(Newsroom newsroom, Desk desk, Listeners heard, Figures figures) throws Exception {
        heard.open(listeners);
        Patience.await(() -> heard.open() == listeners, "all streams to open");
        progress(listeners + " listen to " + crowdArticles + " articles, " + crowdRate + " a second");
        long before = heard.heard();
        List<Sent> sent = desk.send(crowdArticles, crowdRate);
        awaitAll(sent, heard.entries(), "every article to be told");
        String[] memory = newsroom.publish().ask().split(" ");
        figures.put("listeners_open", heard.open())
                .put("events_heard", heard.heard() - before)
                .put("accepted_to_event_in_crowd", delays(sent, article -> at(heard.entries(), article)))
                .put("heap_bytes_after_collection", Long.parseLong(memory[0]))
                .put("threads", Long.parseLong(memory[1]))
                .put("resident_bytes", newsroom.publish().residentBytes());
    }

    private static void awaitAll(List<Sent> sent, Map<String, Long> times, String what) throws Exception {
        Patience.await(() -> sent.stream().allMatch(article -> times.containsKey(article.articleId())), what);
    }

    private static long at(Map<String, Long> times, Sent article) {
        return times.getOrDefault(article.articleId(), article.acceptedAt());
    }

    private static Figures delays(List<Sent> sent, ToLongFunction<Sent> at) {
        Delays delays = new Delays();
        sent.forEach(article -> delays.add(at.applyAsLong(article) - article.acceptedAt()));
        return delays.figures();
    }

    private void progress(String what) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(what);
    }
}
