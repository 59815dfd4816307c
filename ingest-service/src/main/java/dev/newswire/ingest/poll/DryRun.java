package dev.newswire.ingest.poll;

import dev.newswire.ingest.fetch.FetchSettings;
import dev.newswire.ingest.fetch.JettyExchange;
import dev.newswire.ingest.intake.Intake;
import dev.newswire.ingest.intake.Limits;
import dev.newswire.ingest.intake.Outcome;
import dev.newswire.platform.config.Settings;
import dev.newswire.schema.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Polls sources as the service would, as if for the first time, and sends nothing. For one thread. */
public final class DryRun implements AutoCloseable {

    /** Items of one source: none is ever forgotten here. */
    private static final int REMEMBERED_ITEMS = 50_000;

    /**
     * What a poll found.
     *
     * @param result changed, unchanged, failed, refused or gone
     * @param error one sentence, or null
     * @param pause to the next poll
     * @param outcomes what would be handed on
     */
    public record Report(String result, @Nullable String error, Duration pause, List<Outcome> outcomes) {

        /** Whether the source does what it should. */
        public boolean isGood() {
            return error == null;
        }
    }

    private final JettyExchange exchange;
    private final Poller poller;
    private final List<Outcome> found = new ArrayList<>();

    private DryRun(JettyExchange exchange, FetchSettings fetch, SourceList list) {
        this.exchange = exchange;
        this.poller = new Poller(
                exchange,
                fetch,
                list::rule,
                new Intake(Limits.STANDARD),
                (outcomes, receivedAt) -> found.addAll(outcomes),
                Timekeeper.SYSTEM,
                REMEMBERED_ITEMS);
    }

    /** With the rules for hosts of this list. */
    public static DryRun start(SourceList list, Settings settings) {
        FetchSettings fetch = FetchSettings.of(settings);
        return new DryRun(JettyExchange.start(fetch), fetch, list);
    }

    /** Polls a source. */
    public Report poll(Source source) {
        found.clear();
        SourceState state = poller.poll(source, null, 0);
        Duration pause = Duration.between(Instant.now(), state.getNextPollAt());
        return new Report(state.getLastResult(), state.getLastError(), pause, List.copyOf(found));
    }

    @Override
    public void close() {
        exchange.close();
    }
}
