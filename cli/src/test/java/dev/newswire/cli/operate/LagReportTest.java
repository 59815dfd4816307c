package dev.newswire.cli.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.platform.lag.PartitionLag;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LagReportTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private final LagReport report = new LagReport(
            NOW,
            Map.of(
                    Service.ALL.get(1),
                    List.of(
                            new PartitionLag("news.article.raw.v1", 0, 10, 15, 5, NOW.minusSeconds(125)),
                            new PartitionLag("news.article.raw.v1", 1, 7, 8, 0, null))));

    @Test
    void aTopicIsAsFarBehindAsItsWorstPartition() {
        StringWriter out = new StringWriter();
        report.print(new PrintWriter(out), false);
        assertThat(out.toString().lines().skip(1))
                .singleElement()
                .satisfies(
                        row -> assertThat(row).contains("enrich", "news.article.raw.v1", "all 2", " 5 ", "2 min 5 s"));
        assertThat(report.records()).isEqualTo(5);
    }

    @Test
    void durationsReadWell() {
        assertThat(LagReport.words(Duration.ofMillis(420))).isEqualTo("0.4 s");
        assertThat(LagReport.words(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
        assertThat(LagReport.words(Duration.ofHours(77))).isEqualTo("3 d 5 h");
    }
}
