package dev.newswire.cli.operate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newswire.platform.lag.PartitionLag;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How far the services are behind.
 *
 * @param at when it was looked
 * @param lags by service
 */
public record LagReport(Instant at, Map<Service, List<PartitionLag>> lags) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROW = "%-9s %-44s %9s %,12d  %s";

    /** Records that all services together have not read. */
    public long records() {
        return lags.values().stream()
                .flatMap(List::stream)
                .mapToLong(PartitionLag::records)
                .sum();
    }

    /** For people: by topic, and by partition where asked or where some are behind. */
    public void print(PrintWriter out, boolean byPartition) {
        out.println(String.format(
                Locale.ROOT, "%-9s %-44s %9s %12s  %s", "service", "topic", "partition", "records", "time"));
        lags.forEach((service, partitions) -> byTopic(partitions).forEach((topic, of) -> {
            if (byPartition) {
                of.forEach(lag -> row(out, service, topic, Integer.toString(lag.partition()), List.of(lag)));
            } else {
                row(out, service, topic, "all " + of.size(), of);
            }
        }));
        out.flush();
    }

    /** For programs. */
    public String json() {
        ObjectNode root = JSON.createObjectNode().put("at", at.toString()).put("records", records());
        ArrayNode rows = root.putArray("partitions");
        lags.forEach((service, partitions) -> partitions.forEach(lag -> rows.addObject()
                .put("service", service.name())
                .put("group", service.group())
                .put("topic", lag.topic())
                .put("partition", lag.partition())
                .put("committed", lag.committed())
                .put("end", lag.end())
                .put("records", lag.records())
                .put("seconds", lag.age(at).toMillis() / 1e3)));
        return root.toString();
    }

    private void row(PrintWriter out, Service service, String topic, String partition, List<PartitionLag> of) {
        long records = of.stream().mapToLong(PartitionLag::records).sum();
        Duration age =
                of.stream().map(lag -> lag.age(at)).max(Duration::compareTo).orElse(Duration.ZERO);
        boolean isUnread = of.stream().allMatch(lag -> lag.committed() < 0);
        String time = records == 0 ? "-" : words(age);
        out.println(String.format(
                Locale.ROOT,
                ROW,
                service.name(),
                topic,
                partition,
                records,
                time + (isUnread && records > 0 ? "  (never read)" : "")));
    }

    private static Map<String, List<PartitionLag>> byTopic(List<PartitionLag> partitions) {
        Map<String, List<PartitionLag>> topics = new LinkedHashMap<>();
        partitions.forEach(lag -> topics.computeIfAbsent(lag.topic(), name -> new java.util.ArrayList<>())
                .add(lag));
        return topics;
    }

    /** {@code 3 d 4 h}, {@code 2 min 5 s}, {@code 0.4 s}. */
    static String words(Duration time) {
        if (time.toDays() > 0) {
            return time.toDays() + " d " + time.toHoursPart() + " h";
        }
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        if (time.toMinutes() > 0) {
            return time.toMinutes() + " min " + time.toSecondsPart() + " s";
        }
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1e3);
    }
}
