package dev.newswire.cli.dlq;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newswire.schema.LetterState;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/** The newest letters in full, and all of them in numbers. */
public final class LetterList {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Comparator<Letter> BY_AGE = Comparator.comparingLong(Letter::timestamp)
            .thenComparing(letter -> letter.place().toString());

    /** What letters are counted by. */
    private record Group(String way, String rule) {}

    private final Decisions decisions;
    private final int limit;
    private final boolean all;
    private final PriorityQueue<Letter> newest = new PriorityQueue<>(BY_AGE);
    private final Map<Group, Long> counts =
            new TreeMap<>(Comparator.comparing(Group::way).thenComparing(Group::rule));
    private long total;

    /**
     * @param limit letters to show
     * @param all whether also those that something was decided about
     */
    public LetterList(Decisions decisions, int limit, boolean all) {
        this.decisions = decisions;
        this.limit = limit;
        this.all = all;
    }

    /** Takes in the letters that are there. */
    public void read(LetterReader reader, Collection<String> topics, LetterFilter filter) {
        reader.read(topics, filter.since(), letter -> {
            if (filter.takes(letter) && (all || decisions.of(letter) == LetterState.OPEN)) {
                add(letter);
            }
        });
    }

    /** Shows them to people, the oldest first. */
    public void print(PrintWriter out) {
        shown().forEach(letter -> out.println(letter.line() + state(letter)));
        if (total > newest.size()) {
            out.println("and " + (total - newest.size()) + " older");
        }
        counts.forEach((group, count) ->
                out.println(String.format(Locale.ROOT, "%,9d  %-30s %s", count, group.way(), group.rule())));
        out.println(total == 0 ? "There are no dead letters to see to." : total + " in all");
    }

    /** One object for programs. */
    public String json() {
        ObjectNode root = JSON.createObjectNode();
        root.put("total", total);
        ArrayNode groups = root.putArray("groups");
        counts.forEach((group, count) -> groups.addObject()
                .put("from", group.way())
                .put("rule", group.rule())
                .put("count", count));
        ArrayNode letters = root.putArray("letters");
        shown().forEach(letter -> letters.add(
                object(letter).put("state", decisions.of(letter).name().toLowerCase(Locale.ROOT))));
        return root.toString();
    }

    static ObjectNode object(Letter letter) {
        return JSON.createObjectNode()
                .put("letter", letter.place().toString())
                .put("at", letter.at().toString())
                .put("from", letter.origin().map(Object::toString).orElse(letter.way()))
                .put("source", letter.source())
                .put("rule", letter.rule())
                .put("reason", letter.reason())
                .put("attempts", letter.attempts())
                .put("bytes", letter.length());
    }

    private void add(Letter letter) {
        total++;
        counts.merge(new Group(letter.way(), letter.rule()), 1L, Long::sum);
        // Its value may be megabytes long, and only its length is shown.
        newest.add(letter.inShort());
        if (newest.size() > limit) {
            newest.remove();
        }
    }

    private List<Letter> shown() {
        return newest.stream().sorted(BY_AGE).toList();
    }

    private String state(Letter letter) {
        LetterState state = decisions.of(letter);
        String note = letter.header(Letter.PARKED_NOTE);
        return (state == LetterState.OPEN ? "" : "  [" + state.name().toLowerCase(Locale.ROOT) + "]")
                + (note.isEmpty() ? "" : "  (" + note + ")");
    }
}
