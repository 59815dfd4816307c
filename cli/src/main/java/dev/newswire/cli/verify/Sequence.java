package dev.newswire.cli.verify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newswire.ingest.identity.ArticleId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The known sequence: insert, correct, hold under an embargo and let go, retract, join two stories, retract the rest. After
 * each step the consumer must come to have what the feed has.
 */
final class Sequence {
    private static final Duration EARLY = Duration.ofSeconds(1);
    private static final String FERRY = "The ferry between the two islands stopped on Monday after its engine failed"
            + " in the harbour. Passengers waited nine hours until a tug arrived from the mainland, and the company"
            + " offered them breakfast, blankets and a voucher for another crossing in the spring, its director said.";
    private static final String ORCHARD = "Growers in the valley expect fewer apricots this summer because frost in"
            + " April killed most blossoms. Their cooperative has asked the province for loans, and a minister will"
            + " visit three orchards next week to see the damage, a spokeswoman said on Tuesday.";
    private static final String CHESS = "A student of sixteen won the city's open chess tournament on Sunday with eight"
            + " points from nine games. She beat the defending champion in the last round with a sacrifice that"
            + " spectators discussed for an hour, and will play abroad for the first time in autumn.";

    private final Pipeline pipeline;
    private final ConsumerView view;
    private final Clock clock;
    private final Duration patience;
    private final Duration embargo;
    private final Consumer<Step> listener;
    private final String source;
    private final String run;
    private final List<Step> steps = new ArrayList<>();
    private long revision;

    /** What the sequence is sent to. */
    interface Pipeline {
        /** Sends an article as a JSON object. */
        void send(ObjectNode article);

        /** Withdraws one. */
        void retract(String articleId);

        /** Waits until something holds; false if it never does in this time. */
        boolean await(BooleanSupplier condition, Duration patience);
    }

    /** A step and what was wrong; empty where nothing was. */
    record Step(String name, Optional<String> mistake) {}

    /** How long things take. */
    record Times(Duration patience, Duration embargo) {}

    /**
     * @param source that all articles have, and the feed shows
     * @param run makes the articles of one run others than those of another
     */
    Sequence(
            Pipeline pipeline,
            ConsumerView view,
            Clock clock,
            Times times,
            Consumer<Step> listener,
            String source,
            String run) {
        this.pipeline = pipeline;
        this.view = view;
        this.clock = clock;
        this.patience = times.patience();
        this.embargo = times.embargo();
        this.listener = listener;
        this.source = source;
        this.run = run;
        this.revision = clock.millis();
    }

    /** Runs all steps, whatever comes of them. */
    List<Step> play() {
        send("a", "Ferry stops between the islands", FERRY, null);
        check("insert", Map.of("a", "Ferry stops between the islands"));
        send("a", "Correction: ferry stopped for nine hours", FERRY + " An earlier version gave another day.", null);
        check("correct", Map.of("a", "Correction: ferry stopped for nine hours"));
        holdBack();
        pipeline.retract(id("a"));
        check("retract", Map.of("b", "Frost in the valley"));
        send("c", "Student wins chess tournament", CHESS, null);
        send("d", "Student of sixteen wins chess tournament", CHESS + " The mayor was there.", null);
        join();
        List.of("b", "c", "d").forEach(name -> pipeline.retract(id(name)));
        check("retract the rest", Map.of());
        return List.copyOf(steps);
    }

    private void holdBack() {
        Instant until = clock.instant().plus(embargo);
        send("b", "Frost in the valley", ORCHARD, until);
        check(
                "embargo lift",
                Map.of("a", "Correction: ferry stopped for nine hours", "b", "Frost in the valley"),
                entries -> view.firstSeen(id("b"))
                        .filter(seen -> seen.isBefore(until.minus(EARLY)))
                        .map(seen -> "It shows " + id("b") + " at " + seen + ", under embargo until " + until + "."));
    }

    private void join() {
        Map<String, String> expected = Map.of(
                "b", "Frost in the valley",
                "c", "Student wins chess tournament",
                "d", "Student of sixteen wins chess tournament");
        check("story merge", expected, entries -> {
            Report first = entries.get(id("c"));
            Report second = entries.get(id("d"));
            boolean one = first != null && second != null && first.storyId().equals(second.storyId());
            return one
                    ? Optional.empty()
                    : Optional.of(
                            "It has other stories for " + id("c") + " and " + id("d") + ", which are of one story.");
        });
    }

    private void check(String name, Map<String, String> titles) {
        check(name, titles, entries -> Optional.empty());
    }

    /** Waits until the consumer has these titles and nothing else is wrong. */
    private void check(String name, Map<String, String> titles, Function<Map<String, Report>, Optional<String>> more) {
        Function<Map<String, Report>, Optional<String>> all =
                entries -> difference(titles, entries).or(() -> more.apply(entries));
        boolean good = pipeline.await(() -> all.apply(view.entries()).isEmpty(), patience);
        Step step = new Step(name, good ? Optional.empty() : all.apply(view.entries()));
        steps.add(step);
        listener.accept(step);
    }

    private Optional<String> difference(Map<String, String> titles, Map<String, Report> entries) {
        for (Map.Entry<String, String> expected : titles.entrySet()) {
            String articleId = id(expected.getKey());
            Report entry = entries.get(articleId);
            if (entry == null) {
                return Optional.of("It lacks " + articleId + " \"" + expected.getValue() + "\".");
            }
            if (!entry.title().equals(expected.getValue())) {
                return Optional.of("It has \"" + entry.title() + "\" for " + articleId + " where the feed has \""
                        + expected.getValue() + "\".");
            }
        }
        Set<String> known = Set.copyOf(titles.keySet().stream().map(this::id).toList());
        return entries.keySet().stream()
                .filter(articleId -> !known.contains(articleId))
                .findFirst()
                .map(articleId -> "It still has " + articleId + ", which has left the feed.");
    }

    private String id(String name) {
        return ArticleId.ofExternal(source, run + "-" + name);
    }

    private void send(String name, String title, String body, @Nullable Instant embargoUntil) {
        ObjectNode article = JsonNodeFactory.instance.objectNode();
        article.put("source", source)
                .put("id", run + "-" + name)
                .put("title", title)
                .put("body", body);
        article.put("language", "en").put("revision", ++revision);
        if (embargoUntil != null) {
            article.put("embargoUntil", embargoUntil.toString());
        }
        pipeline.send(article);
    }
}
