package dev.newswire.publish.page;

import dev.newswire.schema.FeedEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** When the entries of a feed came: a bar for each hour, day or week, whichever makes a chart that can be read. */
final class ArrivalChart {
    private static final int MOST_BARS = 60;
    private static final List<Unit> UNITS = List.of(
            new Unit("hour", Duration.ofHours(1)),
            new Unit("day", Duration.ofDays(1)),
            new Unit("week", Duration.ofDays(7)),
            new Unit("four weeks", Duration.ofDays(28)),
            new Unit("year", Duration.ofDays(365)));

    private final List<FeedEntry> entries;

    /** @param entries newest first */
    ArrivalChart(List<FeedEntry> entries) {
        this.entries = entries;
    }

    private record Unit(String name, Duration length) {}

    /** Writes the chart; nothing where fewer than two entries make no course of time. */
    void write(Html html) {
        if (entries.size() < 2) {
            return;
        }
        Instant first = entries.get(entries.size() - 1).getSortAt();
        Instant last = entries.get(0).getSortAt();
        Unit unit = unit(Duration.between(first, last));
        html.open("figure", "class", "timeline");
        new BarChart("Articles by " + unit.name(), bars(unit, first, last)).write(html);
        html.open("figcaption");
        html.element("span", Words.day(first)).element("span", "Articles by " + unit.name());
        html.element("span", Words.day(last)).close().end();
    }

    /** The finest unit whose bars have room; the coarsest where none has. */
    private static Unit unit(Duration span) {
        return UNITS.stream()
                .filter(unit -> span.dividedBy(unit.length()) < MOST_BARS)
                .findFirst()
                .orElse(UNITS.get(UNITS.size() - 1));
    }

    private List<BarChart.Bar> bars(Unit unit, Instant first, Instant last) {
        long seconds = unit.length().toSeconds();
        long start = Math.floorDiv(first.getEpochSecond(), seconds);
        int count = (int) Math.min(MOST_BARS, Math.floorDiv(last.getEpochSecond(), seconds) - start + 1);
        int[] articles = new int[count];
        for (FeedEntry entry : entries) {
            long index = Math.floorDiv(entry.getSortAt().getEpochSecond(), seconds) - start;
            articles[(int) Math.min(Math.max(index, 0), count - 1)]++;
        }
        List<BarChart.Bar> bars = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant from = Instant.ofEpochSecond((start + i) * seconds);
            bars.add(new BarChart.Bar(Words.spoken(from) + ": " + Words.count(articles[i], "article"), articles[i]));
        }
        return bars;
    }
}
