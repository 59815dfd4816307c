package dev.newswire.integration.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newswire.cli.audit.TopicReader;
import dev.newswire.cli.report.OutcomeReader;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.EntityRef;
import dev.newswire.schema.FeedEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Definitions of entities, and articles that are read anew, on a real broker and with the commands as they are typed. */
class EntityDefinitionIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String ID = "nw:brackwater-dynamics";
    private static final String TITLE = "Brackwater Dynamics buys a shipyard, deal ";

    @TempDir
    Path folder;

    private int sent;
    private int typed;

    @Test
    void definitionsChangeLinksAndArticlesAreReadAnew() throws Exception {
        try (LocalFixture pipeline = LocalFixture.start(folder.resolve("data"))) {
            assertThat(isLinked(pipeline, send(pipeline))).isFalse();
            assertThat(newswire(pipeline, "entities", "add", "--name", "Brackwater Dynamics", "--type", "organisation"))
                    .contains("Defined " + ID)
                    .contains("within seconds");
            await().atMost(PATIENCE).until(() -> isLinked(pipeline, send(pipeline)));

            poison(pipeline);
            comparingWritesNothing(pipeline);
            readingAnewLinksTheEarlierArticles(pipeline);
            readingAnewOnceMoreWritesNothing(pipeline);
        }
        try (LocalFixture pipeline = LocalFixture.start(folder.resolve("data"))) {
            assertThat(isLinked(pipeline, send(pipeline))).as("after a restart").isTrue();

            assertThat(newswire(pipeline, "entities", "remove", ID)).contains("no longer known");
            await().atMost(PATIENCE).until(() -> !isLinked(pipeline, send(pipeline)));
            assertThat(pipeline.audit().reconciles()).isTrue();
        }
    }

    private void comparingWritesNothing(LocalFixture pipeline) throws Exception {
        Map<String, Long> before = TopicCounts.of(pipeline).byTopic();
        JsonNode compared = json(newswire(pipeline, "re-enrich", "--dry-run", "--json", "--entity", ID));

        assertThat(compared.path("changed").asInt()).isPositive();
        assertThat(compared.path("differences")
                        .path(0)
                        .path("added")
                        .path(0)
                        .path("id")
                        .asText())
                .isEqualTo(ID);
        assertThat(TopicCounts.of(pipeline).byTopic()).isEqualTo(before);
    }

    private void readingAnewLinksTheEarlierArticles(LocalFixture pipeline) throws Exception {
        JsonNode done = json(newswire(pipeline, "re-enrich", "--json"));

        assertThat(done.path("changed").asInt())
                .isPositive()
                .isEqualTo(done.path("sent").asInt());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(entries(pipeline))
                        .hasSize(sent)
                        .allMatch(entry -> entry.getEntities().stream()
                                .map(EntityRef::getEntityId)
                                .anyMatch(ID::equals)));
        assertThat(pipeline.audit().reconciles()).isTrue();
    }

    private void readingAnewOnceMoreWritesNothing(LocalFixture pipeline) throws Exception {
        Map<String, Long> before = TopicCounts.of(pipeline).output();
        JsonNode done = json(newswire(pipeline, "re-enrich", "--all", "--json"));

        assertThat(done.path("sent").asInt()).isEqualTo(sent);
        assertThat(done.path("changed").asInt()).isZero();
        assertThat(TopicCounts.of(pipeline).output()).isEqualTo(before);
    }

    private static void poison(LocalFixture pipeline) {
        Map<String, Object> kafka = pipeline.settings().kafka();
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.ENTITY_DEFINITION.name(), "nw:poison", new byte[] {9, 9, 9}));
        }
        List<String> reasons = new ArrayList<>();
        try (TopicReader reader = new TopicReader(kafka, List.of(Topics.ENRICH_DLQ.name()))) {
            await().atMost(PATIENCE).until(() -> {
                reader.readToEnd(record -> reasons.add(new String(
                        record.headers().lastHeader("__streams.errors.message").value(), StandardCharsets.UTF_8)));
                return !reasons.isEmpty();
            });
        }
        assertThat(reasons).singleElement().asString().contains("too short");
    }

    /** Sends one more article that names the company; gives its title. */
    private String send(LocalFixture pipeline) throws IOException, InterruptedException {
        String title = TITLE + sent++;
        Path file = folder.resolve("article-" + sent + ".ndjson");
        Files.writeString(
                file,
                "{\"source\":\"example\",\"id\":\"" + sent + "\",\"language\":\"en\",\"title\":\"" + title
                        + "\",\"body\":\"Shares of Brackwater Dynamics rose after the deal was told in the evening.\"}\n");
        pipeline.send(List.of(file));
        return title;
    }

    private static boolean isLinked(LocalFixture pipeline, String title) {
        return entries(pipeline).stream()
                .filter(entry -> entry.getTitle().equals(title))
                .flatMap(entry -> entry.getEntities().stream())
                .anyMatch(entity -> entity.getEntityId().equals(ID));
    }

    /** Of the feed of their source, which shows every copy. */
    private static List<FeedEntry> entries(LocalFixture pipeline) {
        return OutcomeReader.ofAll(pipeline.settings().kafka()).feeds().stream()
                .filter(feed -> feed.getFeedId().equals("source/example"))
                .flatMap(feed -> feed.getEntries().stream())
                .toList();
    }

    private String newswire(LocalFixture pipeline, String... arguments) throws Exception {
        Map<String, Object> kafka = pipeline.settings().kafka();
        List<String> all = Stream.concat(
                        Stream.of(arguments),
                        Stream.of(
                                "--bootstrap-server", String.valueOf(kafka.get("bootstrap.servers")),
                                "--registry-url", String.valueOf(kafka.get("schema.registry.url"))))
                .toList();
        ChildProcess process = ChildProcess.start(folder.resolve("typed-" + typed++ + ".log"), all);
        assertThat(process.awaitExit()).as("%s: %s", all, process.output()).isZero();
        return process.output();
    }

    /** The last line: a child may say more on the error stream. */
    private static JsonNode json(String output) throws IOException {
        String[] lines = output.strip().split("\n");
        return new ObjectMapper().readTree(lines[lines.length - 1]);
    }
}
