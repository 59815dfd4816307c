package dev.newswire.ingest.poll;

import dev.newswire.ingest.intake.UnavailableException;
import dev.newswire.schema.SourceState;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the polls that are due: one at a time for each source and each host. */
final class PollLoop {

    private static final Logger LOG = LoggerFactory.getLogger(PollLoop.class);
    private static final Duration LATER = Duration.ofSeconds(30);

    private record Due(Source source, String host, Instant at) {}

    private final Supplier<SourceList> list;
    private final SourceStates states;
    private final Poller poller;
    private final Executor workers;
    private final Timekeeper time;
    private final PollMetrics metrics;
    private final DoubleSupplier chance;
    private final Set<String> running = new HashSet<>();
    private final Set<String> busyHosts = new HashSet<>();
    private final Map<String, Instant> putOff = new HashMap<>();

    /** @param chance numbers from 0 to 1 */
    PollLoop(
            Supplier<SourceList> list,
            SourceStates states,
            Poller poller,
            Executor workers,
            Timekeeper time,
            PollMetrics metrics,
            DoubleSupplier chance) {
        this.list = list;
        this.states = states;
        this.poller = poller;
        this.workers = workers;
        this.time = time;
        this.metrics = metrics;
        this.chance = chance;
    }

    /** Starts whatever is due now. */
    void tick() {
        Instant now = time.now();
        List<Due> due = list.get().sources().stream()
                .map(this::due)
                .filter(candidate -> candidate != null && !candidate.at().isAfter(now))
                .sorted(Comparator.comparing(Due::at))
                .toList();
        due.forEach(this::start);
    }

    /** Number of sources that are polled here. */
    long owned() {
        return list.get().sources().stream()
                .filter(source -> states.owns(source.id()))
                .count();
    }

    /** By how many seconds the poll that is due longest is late. */
    long overdueSeconds() {
        Instant now = time.now();
        return list.get().sources().stream()
                .map(this::due)
                .filter(candidate -> candidate != null && candidate.at().isAfter(Instant.EPOCH))
                .mapToLong(candidate ->
                        Math.max(0, Duration.between(candidate.at(), now).toSeconds()))
                .max()
                .orElse(0);
    }

    /** Whether nothing more is to be had: every address of the source is gone for good. */
    static boolean isGone(Source source, @Nullable SourceState state) {
        return state != null
                && state.getLastResult().equals(PollResult.GONE.id())
                && source.urls().stream()
                        .allMatch(url -> state.getDocuments().stream()
                                .anyMatch(document ->
                                        document.getGone() && document.getUrl().equals(url)));
    }

    private @Nullable Due due(Source source) {
        if (!source.isEnabled() || !states.owns(source.id())) {
            return null;
        }
        SourceState state = states.get(source.id());
        if (isGone(source, state)) {
            return null;
        }
        String host = host(source);
        Instant at = state == null ? Instant.EPOCH : state.getNextPollAt();
        return new Due(source, host, latest(at, poller.heldUntil(host), putOffUntil(source.id())));
    }

    private synchronized Instant putOffUntil(String id) {
        return putOff.getOrDefault(id, Instant.MIN);
    }

    private synchronized void start(Due due) {
        String id = due.source().id();
        if (running.contains(id) || busyHosts.contains(due.host())) {
            return;
        }
        running.add(id);
        busyHosts.add(due.host());
        try {
            workers.execute(() -> {
                try {
                    poll(due.source());
                } finally {
                    end(due);
                }
            });
        } catch (RejectedExecutionException full) {
            end(due);
        }
    }

    private synchronized void end(Due due) {
        running.remove(due.source().id());
        busyHosts.remove(due.host());
    }

    private void poll(Source source) {
        SourceStates.Lease lease = states.lease(source.id()).orElse(null);
        if (lease == null) {
            return;
        }
        long startedAt = System.nanoTime();
        try (lease) {
            SourceState before = lease.state();
            SourceState after = pollSafely(source, before);
            lease.save(after);
            long articles = after.getItems() - (before == null ? 0 : before.getItems());
            metrics.finished(source.id(), after.getLastResult(), articles, System.nanoTime() - startedAt);
            synchronized (this) {
                putOff.remove(source.id());
            }
        } catch (UnavailableException e) {
            LOG.warn("Put off source {}: {}", source.id(), e.getMessage());
            metrics.finished(source.id(), "unavailable", 0, System.nanoTime() - startedAt);
            synchronized (this) {
                putOff.put(source.id(), time.now().plus(LATER));
            }
        }
    }

    /** What one of our own steps fails on must neither stop the others nor be tried again at once. */
    private SourceState pollSafely(Source source, @Nullable SourceState before) {
        try {
            return poller.poll(source, before, chance.getAsDouble());
        } catch (UnavailableException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError fault) {
            LOG.warn("Failed to poll source {}", source.id(), fault);
            SourceState known = before == null ? Poller.unknown(source) : before;
            int failures = known.getFailures() + 1;
            Instant now = time.now();
            return SourceState.newBuilder(known)
                    .setFailures(failures)
                    .setLastPollAt(now)
                    .setLastResult(PollResult.FAILED.id())
                    .setLastError(
                            "it could not be processed: " + fault.getClass().getSimpleName())
                    .setNextPollAt(now.plus(Pace.backOff(source, failures, null, chance.getAsDouble())))
                    .build();
        }
    }

    private static String host(Source source) {
        try {
            String host = URI.create(source.urls().get(0)).getHost();
            return host == null ? source.id() : host;
        } catch (IllegalArgumentException e) {
            return source.id();
        }
    }

    private static Instant latest(Instant... times) {
        Instant latest = Instant.MIN;
        for (Instant time : times) {
            latest = time.isAfter(latest) ? time : latest;
        }
        return latest;
    }
}
