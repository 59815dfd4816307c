package dev.newswire.integration.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newswire.cli.acl.AclList;
import dev.newswire.cli.audit.TopicReader;
import dev.newswire.cli.operate.Doctor;
import dev.newswire.cli.operate.Finding;
import dev.newswire.cli.operate.Finding.Level;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.lag.LagReader;
import dev.newswire.platform.lag.PartitionLag;
import dev.newswire.platform.runtime.BuildInfo;
import dev.newswire.platform.topic.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What operators look at, on a pipeline that runs. */
@ExtendWith(SharedPipeline.class)
class OperatorsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final LocalFixture pipeline;
    private final Cli cli;

    OperatorsIT(LocalFixture pipeline) {
        this.pipeline = pipeline;
        this.cli = Cli.of(pipeline.settings());
    }

    @Test
    void aTraceThatASenderBeganIsOnTheEntriesOfFeeds() throws Exception {
        String id = post("{\"source\":\"trace\",\"id\":\"1\",\"title\":\"A trace to follow\"}");
        await().atMost(PATIENCE).untilAsserted(() -> assertThatTheTraceIsOnTheEntriesOf(id));
    }

    @Test
    void anEmbargoedArticleKeepsItsTraceWhileItWaits() throws Exception {
        String until = Instant.now().plusSeconds(2).toString();
        String id = post("{\"source\":\"trace\",\"id\":\"2\",\"title\":\"A trace that waits\",\"embargoUntil\":\""
                + until + "\"}");
        await().atMost(PATIENCE).untilAsserted(() -> assertThatTheTraceIsOnTheEntriesOf(id));
    }

    @Test
    void nobodyIsBehindOnceEverythingIsRead() throws Exception {
        post("{\"source\":\"lag\",\"id\":\"1\",\"title\":\"Something to read\"}");
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode lag = cli.run("lag", "--json").json();
            assertThat(lag.path("records").asLong()).as(lag.toString()).isZero();
        });
        Cli.Result table = cli.run("lag", "--partitions", "--fail-above", "0");
        assertThat(table.code()).isZero();
        assertThat(table.out())
                .contains(Topics.RAW.name())
                .contains(Topics.ENRICHED.name())
                .contains(Topics.INBOX.name());
    }

    @Test
    void aGroupThatHasReadNothingIsBehindSinceTheFirstRecord() throws Exception {
        post("{\"source\":\"lag\",\"id\":\"2\",\"title\":\"Something that nobody reads\"}");
        List<ConsumerRecord<String, byte[]>> all = records(Topics.RAW.name());
        try (LagReader reader = new LagReader(pipeline.settings().kafka())) {
            List<PartitionLag> lags = reader.read("newswire-nobody", List.of(Topics.RAW.name()));
            assertThat(lags).hasSize(4);
            assertThat(lags).filteredOn(lag -> lag.records() > 0).isNotEmpty().allSatisfy(lag -> {
                ConsumerRecord<String, byte[]> first = all.stream()
                        .filter(record -> record.partition() == lag.partition())
                        .findFirst()
                        .orElseThrow();
                assertThat(lag.unreadSince()).isEqualTo(Instant.ofEpochMilli(first.timestamp()));
                assertThat(lag.committed()).isEqualTo(-1);
            });
        }
    }

    @Test
    void theDoctorFindsAHealthyPipelineHealthy() {
        Settings settings = pipeline.settings()
                .with(Map.of(
                        "NEWSWIRE_INGEST_URL", pipeline.ingestUrl(),
                        "NEWSWIRE_ENRICH_URL", pipeline.enrichUrl(),
                        "NEWSWIRE_PUBLISH_URL", pipeline.publicUrl()));
        // How full the disk of a build machine is, is its own affair.
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(examine(settings))
                        .filteredOn(finding -> finding.level().compareTo(Level.WARNING) >= 0)
                        .filteredOn(finding -> !finding.subject().startsWith("disk"))
                        .isEmpty());
    }

    @Test
    void theDoctorSaysWhatToDoAboutEachFailure() {
        Settings away = Settings.of(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1",
                "KAFKA_SCHEMA_REGISTRY_URL", "http://127.0.0.1:1",
                "KAFKA_DEFAULT_API_TIMEOUT_MS", "1000",
                "KAFKA_REQUEST_TIMEOUT_MS", "500",
                "NEWSWIRE_ENRICH_URL", "http://127.0.0.1:1"));
        List<Finding> findings = examine(away);
        assertThat(findings)
                .filteredOn(finding -> finding.level() == Level.FAILURE)
                .extracting(Finding::subject)
                .contains("broker", "registry", "enrich");
        assertThat(findings)
                .filteredOn(finding -> finding.level() != Level.OK)
                .allSatisfy(finding -> assertThat(finding.remedy()).isNotEmpty());
    }

    private static List<Finding> examine(Settings settings) {
        return new Doctor(settings, BuildInfo.version(), new AclList("news-")).examine(finding -> {});
    }

    private String post(String article) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(pipeline.ingestUrl() + "/v1/articles"))
                                .header("Content-Type", "application/json")
                                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                                .POST(HttpRequest.BodyPublishers.ofString(article))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return JSON.readTree(answer.body()).path("results").path(0).path("id").asText();
    }

    /** Those that its own event wrote: what links to others change in them later belongs to no event of its own. */
    private void assertThatTheTraceIsOnTheEntriesOf(String articleId) {
        assertThat(entries(articleId))
                .filteredOn(entry -> !header(entry, "newswire-event").isEmpty())
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(header(entry, "traceparent")).contains(TRACE));
    }

    private List<ConsumerRecord<String, byte[]>> entries(String articleId) {
        return records(Topics.FEED_ENTRY.name()).stream()
                .filter(record -> record.key().endsWith("|" + articleId))
                .toList();
    }

    private List<ConsumerRecord<String, byte[]>> records(String topic) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (TopicReader reader = new TopicReader(pipeline.settings().kafka(), List.of(topic))) {
            reader.readToEnd(found::add);
        }
        return found;
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
