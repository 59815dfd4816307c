package dev.newswire.ingest.poll;

import dev.newswire.ingest.fetch.Exchange;
import dev.newswire.ingest.fetch.FetchSettings;
import dev.newswire.ingest.fetch.Fetcher;
import dev.newswire.ingest.intake.Intake;
import dev.newswire.schema.SourceState;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Polls sources politely. Safe for use by several threads. */
final class Poller {

    private final HostGates gates;
    private final ContentReader contents;
    private final Visitor visitor;
    private final PageFetcher pages;
    private final Intake intake;
    private final Outlet outlet;
    private final Timekeeper time;
    private final int rememberedItems;

    /** @param rules of a host */
    Poller(
            Exchange exchange,
            FetchSettings fetch,
            Function<String, HostRule> rules,
            Intake intake,
            Outlet outlet,
            Timekeeper time,
            int rememberedItems) {
        this.gates = new HostGates(exchange, rules, time);
        this.contents = new ContentReader(fetch.limits());
        Fetcher fetcher = new Fetcher(new Robots(gates, fetch, rules, time), fetch);
        this.visitor = new Visitor(fetcher, time);
        this.pages = new PageFetcher(fetcher, contents, time);
        this.intake = intake;
        this.outlet = outlet;
        this.time = time;
        this.rememberedItems = rememberedItems;
    }

    /**
     * Polls a source and hands on what is new.
     *
     * @param known of the source, or null where nothing is
     * @param chance from 0 to 1, by which the next poll is moved
     * @return what is known then
     * @throws dev.newswire.ingest.intake.UnavailableException if what was found could not be handed on
     */
    SourceState poll(Source source, @Nullable SourceState known, double chance) {
        SourceState before = known == null ? unknown(source) : known;
        ItemMemory memory = new ItemMemory(before.getSeen(), rememberedItems);
        Items items = new Items(source, memory, intake, pages, outlet, time);
        return new SourcePoll(source, before, visitor, contents, items, time).poll(chance);
    }

    /** Until when a host wants no requests. */
    Instant heldUntil(String host) {
        return gates.heldUntil(host);
    }

    static SourceState unknown(Source source) {
        return SourceState.newBuilder()
                .setSourceId(source.id())
                .setNextPollAt(Instant.EPOCH)
                .setIntervalSeconds(Pace.first(source).toSeconds())
                .build();
    }
}
