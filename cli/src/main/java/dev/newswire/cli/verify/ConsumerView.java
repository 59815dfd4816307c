package dev.newswire.cli.verify;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What a consumer has of a feed, as far as it has told. Many threads may use it. */
final class ConsumerView implements Consumer<String> {
    private static final int MOST_COMPLAINTS = 10;

    private final String feedId;
    private final Clock clock;
    private final Map<String, Report> entries = new TreeMap<>();
    private final Map<String, Instant> firstSeen = new HashMap<>();
    private final List<String> complaints = new ArrayList<>();
    private long lines;

    ConsumerView(String feedId, Clock clock) {
        this.feedId = feedId;
        this.clock = clock;
    }

    /** Takes in a line of the report; lines about other feeds are no matter. */
    @Override
    public synchronized void accept(String line) {
        if (line.isBlank()) {
            return;
        }
        lines++;
        Optional<Report> report = Report.parse(line);
        if (report.isEmpty() && complaints.size() < MOST_COMPLAINTS) {
            String shown = line.length() <= 200 ? line : line.substring(0, 200) + "...";
            complaints.add("This line is not of the form " + Report.FORM + ": " + shown);
        }
        report.filter(one -> one.feedId().equals(feedId)).ifPresent(this::take);
    }

    private void take(Report report) {
        if (report.isRemoval()) {
            entries.remove(report.articleId());
            return;
        }
        entries.put(report.articleId(), report);
        firstSeen.putIfAbsent(report.articleId(), clock.instant());
    }

    /** The entries that it has now, by article. */
    synchronized Map<String, Report> entries() {
        return Map.copyOf(entries);
    }

    /** When it first told of an article. */
    synchronized Optional<Instant> firstSeen(String articleId) {
        return Optional.ofNullable(firstSeen.get(articleId));
    }

    synchronized List<String> complaints() {
        return List.copyOf(complaints);
    }

    synchronized long lines() {
        return lines;
    }
}
