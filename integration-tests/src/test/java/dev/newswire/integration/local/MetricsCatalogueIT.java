package dev.newswire.integration.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Holds docs/metrics.md, the alert rules and the dashboard against what the services show. */
@ExtendWith(SharedPipeline.class)
class MetricsCatalogueIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z][a-z0-9_]+)`[^|]*\\| ([a-z, ]+) \\|");
    private static final Pattern SHOWN = Pattern.compile("^([a-z][a-z0-9_]+)[ {]");
    private static final Pattern USED = Pattern.compile("\\b((?:newswire|kafka|jvm|process)_[a-z0-9_]+)\\b");

    private final LocalFixture pipeline;
    private final Path home = Path.of(System.getProperty("newswire.home", ".."));

    MetricsCatalogueIT(LocalFixture pipeline) {
        this.pipeline = pipeline;
    }

    @Test
    void everyMetricOfTheCatalogueIsThereAndEachOfOursIsInTheCatalogue() throws Exception {
        pipeline.sendAndForget(LocalFixture.seeds());
        Map<String, Set<String>> documented = documented();
        assertThat(documented).hasSizeGreaterThan(40);
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(2)).untilAsserted(() -> {
            for (Map.Entry<String, String> service : services().entrySet()) {
                Set<String> shown = shown(service.getValue());
                Set<String> expected = documented.entrySet().stream()
                        .filter(metric -> metric.getValue().contains(service.getKey()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toCollection(TreeSet::new));
                assertThat(shown).as(service.getKey()).containsAll(expected);
                assertThat(shown)
                        .as("of %s, missing in docs/metrics.md", service.getKey())
                        .filteredOn(name -> name.startsWith("newswire_"))
                        .allSatisfy(name -> assertThat(expected).contains(name));
            }
        });
    }

    @Test
    void alertsAndDashboardUseMetricsOfTheCatalogueOnly() throws Exception {
        Set<String> known = documented().keySet();
        for (String file : List.of("prometheus/alerts.yml", "grafana/dashboards/newswire.json")) {
            Matcher used =
                    USED.matcher(Files.readString(home.resolve("ops/monitoring").resolve(file)));
            while (used.find()) {
                String name = used.group(1);
                if (!name.equals("process_start_time_seconds") && !name.endsWith("_id")) {
                    assertThat(known)
                            .as(file)
                            .anyMatch(metric -> metric.equals(name) || name.equals(metric + "_bucket"));
                }
            }
        }
    }

    private Map<String, String> services() {
        return Map.of("ingest", pipeline.ingestUrl(), "enrich", pipeline.enrichUrl(), "publish", pipeline.publicUrl());
    }

    /** Names of metrics with the services that show them. */
    private Map<String, Set<String>> documented() throws IOException {
        Map<String, Set<String>> metrics = new TreeMap<>();
        for (String line : Files.readAllLines(home.resolve("docs/metrics.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.find()) {
                String services = row.group(2).strip();
                metrics.put(
                        row.group(1),
                        services.equals("all")
                                ? Set.of("ingest", "enrich", "publish")
                                : Arrays.stream(services.split(", ")).collect(Collectors.toSet()));
            }
        }
        return metrics;
    }

    private static Set<String> shown(String url) throws IOException, InterruptedException {
        String text = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url + "/metrics")).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        return text.lines()
                .map(SHOWN::matcher)
                .filter(Matcher::find)
                .map(name -> name.group(1).replaceFirst("_bucket$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
