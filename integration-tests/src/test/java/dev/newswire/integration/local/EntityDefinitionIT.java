package dev.newswire.integration.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newswire.cli.report.OutcomeReader;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.EntityRef;
import dev.newswire.schema.FeedEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Definitions of entities, and articles that are read anew, on a real broker and with the commands as they are typed. */
class EntityDefinitionIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String ID = "nw:brackwater-dynamics";
    private static final String TITLE = "Brackwater Dynamics buys a shipyard, deal ";

    @TempDir
    Path folder;

    private Operator operator;
    private int sent;

    @BeforeEach
    void sitDown() {
        operator = new Operator(folder);
    }

    @Test
    void definitionsChangeLinksAndArticlesAreReadAnew() throws Exception {
        try (LocalFixture pipeline = LocalFixture.start(folder.resolve("data"))) {
            assertThat(isLinked(pipeline, send(pipeline))).isFalse();
            assertThat(operator.newswire(
                            pipeline, "entities", "add", "--name", "Brackwater Dynamics", "--type", "organisation"))
                    .contains("Defined " + ID)
                    .contains("within seconds");
            await().atMost(PATIENCE).until(() -> isLinked(pipeline, send(pipeline)));

            assertThat(operator.poison(pipeline, Topics.ENTITY_DEFINITION, Topics.ENRICH_DLQ))
                    .singleElement()
                    .asString()
                    .contains("too short");
            comparingWritesNothing(pipeline);
            readingAnewLinksTheEarlierArticles(pipeline);
            readingAnewOnceMoreWritesNothing(pipeline);
        }
        try (LocalFixture pipeline = LocalFixture.start(folder.resolve("data"))) {
            assertThat(isLinked(pipeline, send(pipeline))).as("after a restart").isTrue();

            assertThat(operator.newswire(pipeline, "entities", "remove", ID)).contains("no longer known");
            await().atMost(PATIENCE).until(() -> !isLinked(pipeline, send(pipeline)));
            assertThat(pipeline.audit().reconciles()).isTrue();
        }
    }

    private void comparingWritesNothing(LocalFixture pipeline) throws Exception {
        Map<String, Long> before = TopicCounts.of(pipeline).byTopic();
        JsonNode compared = json(operator.newswire(pipeline, "re-enrich", "--dry-run", "--json", "--entity", ID));

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
        JsonNode done = json(operator.newswire(pipeline, "re-enrich", "--json"));

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
        JsonNode done = json(operator.newswire(pipeline, "re-enrich", "--all", "--json"));

        assertThat(done.path("sent").asInt()).isEqualTo(sent);
        assertThat(done.path("changed").asInt()).isZero();
        assertThat(TopicCounts.of(pipeline).output()).isEqualTo(before);
    }

    /** Sends one more article that names the company; gives its title. */
    private String send(LocalFixture pipeline) throws IOException, InterruptedException {
        String title = TITLE + sent++;
        String body = "Shares of Brackwater Dynamics rose after the deal was told in the evening.";
        operator.send(pipeline, Integer.toString(sent), title, body);
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

    /** The last line: a child may say more on the error stream. */
    private static JsonNode json(String output) throws IOException {
        String[] lines = output.strip().split("\n");
        return new ObjectMapper().readTree(lines[lines.length - 1]);
    }
}
