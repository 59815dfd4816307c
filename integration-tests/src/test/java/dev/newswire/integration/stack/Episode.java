package dev.newswire.integration.stack;

import static org.awaitility.Awaitility.await;

import java.time.Duration;

/**
 * A fault under load, from the quiet before it to the proof after it. The bound of each step is {@link Node#PATIENCE};
 * what was measured goes to {@code target/reliability.tsv}.
 */
public final class Episode implements AutoCloseable {
    private final String fault;
    private final Guarantees guarantees;
    private final Pauses pauses;
    private final Load load;
    private long brokenAt;
    private long wholeAt;

    private Episode(Stack stack, String fault, String source) {
        this.fault = fault;
        guarantees = Guarantees.of(stack.kafka());
        pauses = Pauses.start(stack.kafka());
        load = Load.start(stack, source, pauses::articles);
    }

    /**
     * Starts the load; returns when it flows through all partitions.
     *
     * @param fault what will break, in a few words
     * @param source of the articles of this episode alone
     */
    public static Episode begin(Stack stack, String fault, String source) {
        stack.awaitReady();
        Episode episode = new Episode(stack, fault, source);
        episode.awaitFlow();
        return episode;
    }

    /** Returns when articles have come out of every partition from now on. */
    public void awaitFlow() {
        long now = System.nanoTime();
        await("articles flow through all partitions").atMost(Node.PATIENCE).until(() -> pauses.flowsSince(now));
    }

    /** Says that the fault begins now. */
    public void broken() {
        brokenAt = System.nanoTime();
    }

    /** Says that everything is whole again; recovery is the time from the fault to here. */
    public void whole() {
        wholeAt = System.nanoTime();
    }

    /** Stops the load, and asserts that every promise was kept. */
    public void end() {
        awaitFlow();
        Load.Sent sent = load.stop();
        guarantees.hold(sent);
        Reliability.record(
                fault,
                sent.revisions().size(),
                sent.revisions().size() - guarantees.published(sent),
                sent.longestSilence(),
                pauses.longestOfArticles(),
                pauses.longestOfFeeds(),
                Duration.ofNanos(Math.max(0, wholeAt - brokenAt)));
    }

    @Override
    public void close() {
        load.close();
        pauses.close();
        guarantees.close();
    }
}
