package dev.newswire.benchmarks.table;

import static dev.newswire.benchmarks.table.Rows.number;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the table consists of. */
final class Parts {
    private Parts() {}

    /** All parts, in the order of the page: about ten minutes on two idle cores. */
    static List<Part> all() {
        return List.of(
                new Part(
                        "From raw events to feed entries and links",
                        List.of("stream", "--articles", "20000"),
                        true,
                        Parts::stream),
                new Part(
                        "Half of all articles about one rare thing",
                        List.of("stream", "--articles", "10000", "--window-articles", "10000", "--hot-share", "0.5"),
                        true,
                        Parts::stream),
                new Part(
                        "From arrival to the reader",
                        List.of("latency", "--rate", "50", "--rate", "500", "--seconds", "30"),
                        true,
                        Parts::latency),
                new Part(
                        "Ingest over HTTP",
                        List.of("ingest", "--articles", "20000", "--warm-up", "2", "--rounds", "3"),
                        true,
                        Parts::ingest),
                new Part("Feeds against definitions", List.of("feed-matching"), false, Parts::matching),
                new Part(
                        "Each path by itself",
                        List.of("micro", "--warm-up", "2", "--seconds", "3"),
                        false,
                        Parts::paths));
    }

    private static List<String> stream(JsonNode figures) {
        Rows rows = new Rows("", "articles/s", "processor time for an article", "start to ready");
        rows.row("plain producer, then consumer", number(figures.path("producer_and_consumer_per_second")), "", "");
        service(rows, figures, "pass-through topology, same serdes and guarantee", "pass_through");
        service(rows, figures, "enrich", "enrich");
        service(rows, figures, "publish", "publish");
        rows.row("broker, beside enrich and publish", "", number(figures.path("broker_cpu_micros")) + " us", "");
        rows.row(
                "the whole as a share of the pass-through",
                number(figures.path("ratio_to_pass_through")),
                number(figures.path("cpu_ratio_to_pass_through")),
                "");
        List<String> lines = new ArrayList<>(rows.lines());
        lines.add("");
        lines.add("Processor time of enrich for an article, by tenths of the run: " + tenths(figures)
                + " us; local state " + number(figures.path("state_bytes_per_article"))
                + " bytes an article of the window.");
        return lines;
    }

    private static void service(Rows rows, JsonNode figures, String name, String prefix) {
        rows.row(
                name,
                number(figures.path(prefix + "_per_second")),
                number(figures.path(prefix + "_cpu_micros")) + " us",
                number(figures.path(prefix + "_start_seconds")) + " s");
    }

    private static String tenths(JsonNode figures) {
        List<String> tenths = new ArrayList<>();
        figures.path("enrich_cpu_micros_by_tenths").forEach(value -> tenths.add(number(value)));
        return String.join(", ", tenths);
    }

    private static List<String> latency(JsonNode figures) {
        Rows rows = new Rows("events/s", "from when it was due to", "p50", "p99", "p99.9", "most");
        for (Map.Entry<String, JsonNode> entry : figures.properties()) {
            if (entry.getKey().startsWith("at_")) {
                String rate = entry.getKey().substring("at_".length());
                delay(rows, rate, "accepted", entry.getValue().path("due_to_accepted"));
                delay(rows, rate, "entry in the feed", entry.getValue().path("due_to_entry"));
                delay(rows, rate, "entry with links", entry.getValue().path("due_to_links"));
                delay(rows, rate, "corrected entry", entry.getValue().path("due_to_corrected_entry"));
                delay(rows, rate, "withdrawn entry gone", entry.getValue().path("due_to_withdrawn_entry"));
            }
        }
        List<String> lines = new ArrayList<>(rows.lines());
        lines.add("");
        lines.add("Start to ready: ingest " + number(figures.path("ingest_start_seconds")) + " s, enrich "
                + number(figures.path("enrich_start_seconds")) + " s, publish "
                + number(figures.path("publish_start_seconds")) + " s, one after the other.");
        return lines;
    }

    private static void delay(Rows rows, String rate, String what, JsonNode delays) {
        rows.row(
                rate,
                what + " (" + number(delays.path("count")) + ")",
                number(delays.path("p50_ms")) + " ms",
                number(delays.path("p99_ms")) + " ms",
                number(delays.path("p999_ms")) + " ms",
                number(delays.path("max_ms")) + " ms");
    }

    private static List<String> ingest(JsonNode figures) {
        return new Rows("", "articles/s", "ingest is")
                .row("ingest", number(figures.path("ingest_per_second")), "")
                .row(
                        "plain producer, as the client comes",
                        number(figures.path("producer_per_second")),
                        number(figures.path("ratio")) + " of it")
                .row(
                        "producer with ingest's settings",
                        number(figures.path("tuned_producer_per_second")),
                        number(figures.path("ratio_to_tuned")) + " of it")
                .lines();
    }

    private static List<String> matching(JsonNode figures) {
        return new Rows("definitions", "articles/s and core")
                .row(number(figures.path("few")), number(figures.path("few_per_second")))
                .row(number(figures.path("many")), number(figures.path("many_per_second")))
                .row("time of the many to that of the few", number(figures.path("ratio")))
                .lines();
    }

    private static List<String> paths(JsonNode figures) {
        Rows rows = new Rows("path", "time", "fastest to slowest second", "allocated");
        for (Map.Entry<String, JsonNode> path : figures.properties()) {
            JsonNode measured = path.getValue();
            rows.row(
                    "`" + path.getKey() + "`",
                    number(measured.path("micros")) + " us",
                    number(measured.path("micros_least")) + " to " + number(measured.path("micros_most")) + " us",
                    number(measured.path("bytes")) + " B");
        }
        return rows.lines();
    }
}
