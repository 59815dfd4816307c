package dev.newswire.benchmarks.stream;

import dev.newswire.benchmarks.Figures;
import dev.newswire.benchmarks.stream.Letter.Kind;
import dev.newswire.schema.FeedEntry;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * When each event was due and when its effects were first to be seen in the feed of its publisher. One thread sends, others
 * tell of answers, one watches the topics.
 */
final class Sightings {
    private final Map<String, Flight> byEvent = new ConcurrentHashMap<>();
    /** The event of each article that came last: what is shown from then on is its doing. */
    private final Map<String, Flight> newest = new ConcurrentHashMap<>();

    private final Delays lateness = new Delays();

    void sent(Letter letter, long due, long at) {
        Flight flight = new Flight(letter, due);
        byEvent.put(event(letter), flight);
        newest.put(letter.articleId(), flight);
        lateness.add(at - due);
    }

    void accepted(Letter letter, long at) {
        Flight flight = byEvent.get(event(letter));
        if (flight != null) {
            flight.accepted(at);
        }
    }

    /**
     * An article's record in the feed of a publisher.
     *
     * @param entry reads the value, which is not done where nobody waits for it; null for one that left
     */
    void entry(String articleId, Supplier<@Nullable FeedEntry> entry, long at) {
        Flight flight = newest.get(articleId);
        if (flight == null || isComplete(flight)) {
            return;
        }
        FeedEntry shown = entry.get();
        if (shown == null) {
            withdrawn(flight, at);
            return;
        }
        if (shown.getRevision() != flight.letter().revision()) {
            return;
        }
        if (!flight.isShown()) {
            flight.shown(at);
        }
        if (!shown.getLinks().isEmpty()) {
            flight.linked(at);
        }
    }

    /**
     * A record of an event's end.
     *
     * @param revision 0 for a retraction
     */
    void fate(String articleId, long revision) {
        Flight flight = byEvent.get(event(articleId, revision));
        if (flight != null) {
            flight.addFate();
        }
    }

    /** Events without an end as yet. */
    long open() {
        return flights().stream().filter(flight -> flight.fates() == 0).count();
    }

    /** New articles that no reader has seen. */
    long unseen() {
        return flights().stream()
                .filter(flight -> flight.letter().kind() == Kind.FIRST && isNewest(flight) && !flight.isShown())
                .count();
    }

    /** Everything; call it when all has come to its end. */
    Figures figures() {
        return new Figures()
                .put("events", byEvent.size())
                .put("without_fate", open())
                .put(
                        "with_two_fates",
                        flights().stream().filter(flight -> flight.fates() > 1).count())
                .put("unseen_articles", unseen())
                .put("sender_late", lateness.figures())
                .put(
                        "due_to_accepted",
                        delays(null, Flight::due, Flight::accepted).figures())
                .put("due_to_entry", entries().figures())
                .put(
                        "accepted_to_entry",
                        delays(Kind.FIRST, Flight::accepted, Flight::shown).figures())
                .put("due_to_links", links().figures())
                .put(
                        "accepted_to_links",
                        delays(Kind.FIRST, Flight::accepted, Flight::linked).figures())
                .put(
                        "due_to_corrected_entry",
                        delays(Kind.CORRECTION, Flight::due, Flight::shown).figures())
                .put(
                        "due_to_withdrawn_entry",
                        delays(Kind.RETRACTION, Flight::due, Flight::shown).figures());
    }

    /** From when an article was due to its entry. */
    Delays entries() {
        return delays(Kind.FIRST, Flight::due, Flight::shown);
    }

    /** From when an article was due to an entry with links, of those that have some. */
    Delays links() {
        return delays(Kind.FIRST, Flight::due, Flight::linked);
    }

    private Delays delays(@Nullable Kind kind, ToLongFunction<Flight> from, ToLongFunction<Flight> to) {
        Delays delays = new Delays();
        for (Flight flight : flights()) {
            long start = from.applyAsLong(flight);
            long end = to.applyAsLong(flight);
            if (start != 0
                    && end != 0
                    && (kind == null || kind == flight.letter().kind())) {
                delays.add(end - start);
            }
        }
        return delays;
    }

    private Collection<Flight> flights() {
        return byEvent.values();
    }

    private boolean isNewest(Flight flight) {
        return newest.get(flight.letter().articleId()) == flight;
    }

    private static boolean isComplete(Flight flight) {
        return flight.isShown() && (flight.isLinked() || flight.letter().kind() != Kind.FIRST);
    }

    private static void withdrawn(Flight flight, long at) {
        if (flight.letter().kind() == Kind.RETRACTION && !flight.isShown()) {
            flight.shown(at);
        }
    }

    /** Where a retraction ends, its revision is not known any more. */
    private static String event(Letter letter) {
        return event(letter.articleId(), letter.kind() == Kind.RETRACTION ? 0 : letter.revision());
    }

    private static String event(String articleId, long revision) {
        return articleId + revision;
    }
}
