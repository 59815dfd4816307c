package dev.newswire.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.platform.event.EventHeaders;
import dev.newswire.platform.event.EventOrigin;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.RawArticle;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Articles that are read anew after a definition was added. */
class ReenrichFlowTest {
    private static final Instant LATER = Articles.NOON.plusSeconds(3_600);
    private static final TableRecogniser RECOGNISER = new TableRecogniser();

    private final EnrichHarness harness = new EnrichHarness(RECOGNISER);

    @AfterEach
    void close() {
        RECOGNISER.define(List.of());
        harness.close();
    }

    @Test
    void anArticleThatNamesOtherEntitiesNowIsWrittenAgain() {
        TestRecord<String, EnrichedArticle> before = sent(article("A"));
        define();
        TestRecord<String, EnrichedArticle> after = requested(before).get(0);

        assertThat(after.key()).isEqualTo("A");
        assertThat(after.value().getEntities()).extracting("entityId").contains("nw:brackwater-dynamics");
        assertThat(after.value().getRulesVersion()).isEqualTo(RECOGNISER.rulesVersion());
        assertThat(EnrichedArticle.newBuilder(after.value())
                        .setEntities(before.value().getEntities())
                        .setRulesVersion(before.value().getRulesVersion())
                        .build())
                .isEqualTo(before.value());
        assertThat(harness.fates.isEmpty()).as("a request is no event").isTrue();
    }

    @Test
    void itKeepsTheEventThatItStandsByAndNamesTheRun() {
        TestRecord<String, EnrichedArticle> before = sent(article("A"));
        define();
        Headers headers = requested(before).get(0).headers();

        assertThat(EventOrigin.fromHeaders(headers)).contains(new EventOrigin(Topics.RAW.name(), 0, 0));
        assertThat(headers.lastHeader(EventHeaders.REENRICH_RUN).value()).isEqualTo(bytes("run-1"));
    }

    @Test
    void unchangedResultsEmitNothing() {
        TestRecord<String, EnrichedArticle> named = sent(article("A"));
        TestRecord<String, EnrichedArticle> unnamed = sent(Articles.bridge("B"));
        harness.relatedRecords();

        assertThat(requested(named)).isEmpty();
        define();
        assertThat(requested(unnamed)).isEmpty();
        assertThat(requested(named)).hasSize(1);
        assertThat(requested(named)).as("asked again by what was true before").isEmpty();
        assertThat(harness.relatedRecords()).isEmpty();
        assertThat(harness.count("requests.unchanged")).isEqualTo(3);
        assertThat(harness.count("requests.changed")).isEqualTo(1);
    }

    @Test
    void whatWasCorrectedOrWithdrawnSinceIsLeftAlone() {
        TestRecord<String, EnrichedArticle> corrected = sent(article("A"));
        TestRecord<String, EnrichedArticle> withdrawn = sent(article("B"));
        sent(Articles.bridge("A").setRevision(2));
        harness.send(Articles.retraction("B", 2));
        harness.enriched.readRecordsToList();
        define();

        assertThat(requested(corrected)).isEmpty();
        assertThat(requested(withdrawn)).isEmpty();
        assertThat(requested(new TestRecord<>(
                        "C",
                        EnrichedArticle.newBuilder(corrected.value())
                                .setArticleId("C")
                                .build())))
                .isEmpty();
        assertThat(harness.count("requests.outdated")).isEqualTo(3);
    }

    @Test
    void aRequestForAnEarlierRevisionOfTheSameTextIsOutdated() {
        TestRecord<String, EnrichedArticle> first = sent(article("A"));
        sent(Articles.bridge("A").setRevision(2));
        TestRecord<String, EnrichedArticle> third = sent(article("A").setRevision(3));
        define();

        assertThat(requested(first)).isEmpty();
        assertThat(requested(third)).hasSize(1);
    }

    @Test
    void aLaterEventIsOrderedAfterTheReadingAnew() {
        TestRecord<String, EnrichedArticle> before = sent(article("A"));
        define();
        requested(before);

        EnrichedArticle correction = sent(Articles.bridge("A").setRevision(2)).value();
        assertThat(correction.getRevision()).isEqualTo(2);
        harness.send(article("A"));
        assertThat(harness.enriched.isEmpty()).as("stale").isTrue();
    }

    @Test
    void linksSurviveAReadingAnew() {
        harness.send(Articles.bridge("A"));
        TestRecord<String, EnrichedArticle> second = sentLast(Articles.bridgeAgain("B"));
        List<String> links = harness.links("B");
        assertThat(links).isNotEmpty();
        RECOGNISER.define(List.of(Definitions.brackwater()
                .setName("Halden Bridge")
                .setAliases(List.of("Halden"))
                .build()));

        assertThat(requested(second)).hasSize(1);
        assertThat(harness.links("B")).isEqualTo(links);
        assertThat(harness.links("A")).hasSameSizeAs(links);
    }

    @Test
    void aRequestThatIsNoneGoesToTheDeadLetters() {
        TestRecord<String, EnrichedArticle> before = sent(article("A"));
        harness.requests.pipeInput("B", before.value(), LATER);
        harness.requests.pipeInput("A", null, LATER);

        assertThat(harness.deadLetters.readRecordsToList()).hasSize(2);
        assertThat(harness.fates.isEmpty()).isTrue();
        assertThat(harness.enriched.isEmpty()).isTrue();
        assertThat(harness.count("requests.received")).isEqualTo(harness.count("requests.failed"));
    }

    private static RawArticle.Builder article(String id) {
        return Articles.upsert(id, "Shares fall", "Shares of Brackwater Dynamics fell on Monday.");
    }

    private static void define() {
        RECOGNISER.define(List.of(Definitions.brackwater().build()));
    }

    private TestRecord<String, EnrichedArticle> sent(RawArticle.Builder article) {
        harness.send(article);
        return harness.enriched.readRecord();
    }

    private TestRecord<String, EnrichedArticle> sentLast(RawArticle.Builder article) {
        harness.send(article);
        List<TestRecord<String, EnrichedArticle>> records = harness.enriched.readRecordsToList();
        return records.get(records.size() - 1);
    }

    /** Asks for the article as it was shown to be read anew; what was written then. */
    private List<TestRecord<String, EnrichedArticle>> requested(TestRecord<String, EnrichedArticle> shown) {
        Headers headers = shown.headers();
        headers.remove(EventHeaders.REENRICH_RUN);
        headers.add(EventHeaders.REENRICH_RUN, bytes("run-1"));
        harness.requests.pipeInput(new TestRecord<>(shown.key(), shown.value(), headers, LATER));
        return harness.enriched.readRecordsToList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
