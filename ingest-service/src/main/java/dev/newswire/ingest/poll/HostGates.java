package dev.newswire.ingest.poll;

import dev.newswire.ingest.fetch.Answer;
import dev.newswire.ingest.fetch.Exchange;
import dev.newswire.ingest.fetch.Failure;
import dev.newswire.ingest.fetch.FetchException;
import dev.newswire.ingest.fetch.TimeLeft;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * One request at a time for each host, with a pause behind each, and none at all while the host has asked for peace (429,
 * 503).
 */
final class HostGates implements Exchange {

    private static final Duration LONGEST_CRAWL_DELAY = Duration.ofSeconds(60);
    private static final Duration PEACE = Duration.ofMinutes(5);
    private static final Duration LONGEST_PEACE = Duration.ofDays(1);
    /** A poll waits this long for its turn; for longer it is put off. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int MOST_GATES = 10_000;

    private static final class Gate {
        final ReentrantLock lock = new ReentrantLock(true);
        volatile Instant nextAt = Instant.MIN;
        volatile Instant heldUntil = Instant.MIN;
        volatile Duration crawlDelay = Duration.ZERO;
    }

    private final Exchange exchange;
    private final Function<String, HostRule> rules;
    private final Timekeeper time;
    private final Map<String, Gate> gates = new ConcurrentHashMap<>();

    /** @param rules of a host */
    HostGates(Exchange exchange, Function<String, HostRule> rules, Timekeeper time) {
        this.exchange = exchange;
        this.rules = rules;
        this.time = time;
    }

    @Override
    public Answer send(URI url, Map<String, String> headers, TimeLeft left) throws FetchException {
        Gate gate = gate(url.getHost());
        try {
            gate.lock.lockInterruptibly();
        } catch (InterruptedException e) {
            throw stopped();
        }
        try {
            awaitTurn(url.getHost(), gate);
            try {
                Answer answer = exchange.send(url, headers, left);
                noteWishes(gate, answer);
                return answer;
            } finally {
                gate.nextAt = time.now().plus(delay(url.getHost(), gate));
            }
        } finally {
            gate.lock.unlock();
        }
    }

    /** The site's own wish for time between requests; more than a minute is not given. */
    void crawlDelay(String host, Duration delay) {
        gate(host).crawlDelay = delay.compareTo(LONGEST_CRAWL_DELAY) > 0 ? LONGEST_CRAWL_DELAY : delay;
    }

    /** Until when the host wants no requests; a time gone by where it takes them. */
    Instant heldUntil(String host) {
        Gate gate = gates.get(host);
        return gate == null ? Instant.MIN : gate.heldUntil;
    }

    private void awaitTurn(String host, Gate gate) throws FetchException {
        Instant turn = gate.heldUntil.isAfter(gate.nextAt) ? gate.heldUntil : gate.nextAt;
        if (turn.isAfter(time.now().plus(PATIENCE))) {
            throw new FetchException(Failure.WAITING, host + " asked not to be asked before " + turn);
        }
        try {
            time.waitUntil(turn);
        } catch (InterruptedException e) {
            throw stopped();
        }
    }

    private void noteWishes(Gate gate, Answer answer) {
        if (answer.status() == 429 || answer.status() == 503) {
            Instant now = time.now();
            Duration asked = HttpTimes.retryAfter(answer, now).orElse(PEACE);
            gate.heldUntil = now.plus(asked.compareTo(LONGEST_PEACE) > 0 ? LONGEST_PEACE : asked);
        }
    }

    private Duration delay(String host, Gate gate) {
        Duration stated = rules.apply(host).delay();
        return gate.crawlDelay.compareTo(stated) > 0 ? gate.crawlDelay : stated;
    }

    private Gate gate(String host) {
        if (gates.size() > MOST_GATES) {
            Instant now = time.now();
            gates.values()
                    .removeIf(
                            gate -> !gate.lock.isLocked() && gate.nextAt.isBefore(now) && gate.heldUntil.isBefore(now));
        }
        return gates.computeIfAbsent(host, ignored -> new Gate());
    }

    private static FetchException stopped() {
        Thread.currentThread().interrupt();
        return new FetchException(Failure.STOPPED, "the service is stopping");
    }
}
