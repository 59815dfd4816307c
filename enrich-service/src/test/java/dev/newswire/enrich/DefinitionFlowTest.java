package dev.newswire.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.schema.Entity;
import dev.newswire.schema.EntityDefinition;
import dev.newswire.schema.RawArticle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What definitions do to the stream: the topology checks them, and the recogniser is told. */
class DefinitionFlowTest {
    private static final String BRACKWATER = "nw:brackwater-dynamics";
    private static final TableRecogniser RECOGNISER = new TableRecogniser();

    private final EnrichHarness harness = new EnrichHarness(RECOGNISER);
    private final Map<String, EntityDefinition> defined = new HashMap<>();

    @AfterEach
    void close() {
        RECOGNISER.define(List.of());
        harness.close();
    }

    @Test
    void definitionsAndTombstonesChangeTheLinksOfLaterArticles() {
        assertThat(entitiesOf("A")).doesNotContain(BRACKWATER);

        define(BRACKWATER, Definitions.brackwater().build());
        assertThat(entitiesOf("B")).contains(BRACKWATER);

        define(BRACKWATER, null);
        assertThat(entitiesOf("C")).doesNotContain(BRACKWATER);
        assertThat(harness.deadLetters.isEmpty()).isTrue();
        assertThat(harness.count("definitions.received")).isEqualTo(2);
    }

    @Test
    void anArticleTellsWhichDefinitionsItWasReadWith() {
        harness.send(Articles.bridge("A"));
        define(BRACKWATER, Definitions.brackwater().build());
        harness.send(Articles.bridge("B"));
        define(BRACKWATER, null);
        harness.send(Articles.bridge("C"));

        List<String> versions = new ArrayList<>();
        harness.enriched.readValuesToList().forEach(article -> versions.add(article.getRulesVersion()));
        assertThat(versions.get(1)).startsWith(versions.get(0) + "+");
        assertThat(versions.get(2)).isEqualTo(versions.get(0));
    }

    @Test
    void poisonGoesToTheDeadLettersWithItsReasonAndTheStreamGoesOn() {
        harness.definitionBytes.pipeInput("nw:poison".getBytes(StandardCharsets.UTF_8), new byte[] {9, 9, 9});
        harness.definitions.pipeInput("nw:other", Definitions.brackwater().build());
        harness.definitions.pipeInput(
                BRACKWATER, Definitions.brackwater().setCountry("Peru").build());
        harness.send(Articles.bridge("A"));

        List<TestRecord<byte[], byte[]>> letters = harness.deadLetters.readRecordsToList();
        assertThat(letters).hasSize(3);
        assertThat(letters.get(0).value()).containsExactly(9, 9, 9);
        assertThat(reason(letters.get(0))).contains("too short");
        assertThat(reason(letters.get(1))).contains("not the entity id");
        assertThat(reason(letters.get(2))).contains("no code of two capital letters");
        assertThat(harness.fates.isEmpty()).as("a definition is no event").isTrue();
        assertThat(harness.enriched.readValue().getArticleId()).isEqualTo("A");
        assertThat(harness.count("definitions.refused")).isEqualTo(2);
    }

    private void define(String id, @Nullable EntityDefinition definition) {
        harness.definitions.pipeInput(id, definition);
        if (definition == null) {
            defined.remove(id);
        } else {
            defined.put(id, definition);
        }
        RECOGNISER.define(defined.values());
    }

    private List<String> entitiesOf(String articleId) {
        RawArticle.Builder article =
                Articles.upsert(articleId, "Shares fall", "Shares of Brackwater Dynamics fell on Monday.");
        harness.send(article);
        return harness.enriched.readValue().getEntities().stream()
                .map(Entity::getEntityId)
                .toList();
    }

    private static String reason(TestRecord<byte[], byte[]> letter) {
        return new String(
                letter.headers().lastHeader("__streams.errors.message").value(), StandardCharsets.UTF_8);
    }
}
