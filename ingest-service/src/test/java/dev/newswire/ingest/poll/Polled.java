package dev.newswire.ingest.poll;

import dev.newswire.ingest.fetch.FetchSettings;
import dev.newswire.ingest.fetch.JettyExchange;
import dev.newswire.ingest.fetch.ScriptedServer;
import dev.newswire.ingest.intake.Intake;
import dev.newswire.ingest.intake.Limits;
import dev.newswire.platform.config.Settings;
import dev.newswire.schema.SourceState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real server, a poller with a clock of its own, and what it knows and hands on. */
final class Polled implements AutoCloseable {

    static final double NO_CHANCE = 0;

    final ScriptedServer server;
    final FakeTime time = new FakeTime();
    final FakeOutlet outlet = new FakeOutlet();
    final Poller poller;
    private final JettyExchange exchange;

    @Nullable
    SourceState state;

    Polled() throws Exception {
        server = new ScriptedServer();
        FetchSettings fetch = fetch(server.port());
        exchange = JettyExchange.start(fetch);
        poller = new Poller(
                exchange, fetch, host -> HostRule.STANDARD, new Intake(Limits.STANDARD), outlet, time, 1_000);
    }

    static FetchSettings fetch(int port) {
        return FetchSettings.of(Settings.of(
                Map.of("NEWSWIRE_FETCH_ALLOWED_ADDRESSES", "127.0.0.0/8", "NEWSWIRE_FETCH_PORTS", "80,443," + port)));
    }

    Source source(SourceType type, FullText fullText, String... paths) {
        List<String> urls = List.of(paths).stream().map(server::url).toList();
        return new Source(
                "test",
                type,
                urls,
                Duration.ofMinutes(5),
                Duration.ofHours(6),
                fullText,
                null,
                Map.of(),
                true,
                10,
                Duration.ofDays(2));
    }

    Source feed(String path) {
        return source(SourceType.FEED, FullText.NEVER, path);
    }

    /** Polls now, whatever the state says about when. */
    SourceState poll(Source source) {
        SourceState next = poller.poll(source, state, NO_CHANCE);
        state = next;
        return next;
    }

    /** How long until the next poll. */
    Duration pause() {
        SourceState known = state;
        return known == null ? Duration.ZERO : Duration.between(time.now(), known.getNextPollAt());
    }

    @Override
    public void close() {
        exchange.close();
        server.close();
    }
}
