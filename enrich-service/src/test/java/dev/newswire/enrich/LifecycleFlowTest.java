package dev.newswire.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.platform.event.EventOrigin;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.ArticleFate;
import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.Fate;
import dev.newswire.schema.RawArticle;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LifecycleFlowTest {
    private final EnrichHarness harness = new EnrichHarness();

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void acceptedArticleIsEnriched() {
        harness.send(Articles.bridge("A").setSection("Region"));

        EnrichedArticle article = harness.enriched.readValue();
        assertThat(article.getSection()).isEqualTo("Region");
        assertThat(article.getTitle()).startsWith("Halden Bridge closed");
        assertThat(article.getEntities()).extracting("name").containsExactly("Marchetti", "Halden Bridge");
        assertThat(article.getFirstReceivedAt()).isEqualTo(Articles.NOON);
        assertThat(article.getRulesVersion()).isEqualTo("listed-names");
        assertThat(harness.fates.isEmpty()).isTrue();
    }

    @Test
    void enrichedArticleCarriesItsEventAndWhatTravelsWithIt() {
        Headers headers = new RecordHeaders();
        headers.add(
                "traceparent",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01".getBytes(StandardCharsets.UTF_8));
        headers.add("ce_id", "one".getBytes(StandardCharsets.UTF_8));
        headers.add("something-else", "two".getBytes(StandardCharsets.UTF_8));
        harness.send(Articles.chess("B"));
        harness.raw.pipeInput(new TestRecord<>("A", Articles.bridge("A").build(), headers, Articles.NOON));

        harness.enriched.readRecord();
        Headers written = harness.enriched.readRecord().headers();
        assertThat(EventOrigin.fromHeaders(written)).contains(new EventOrigin(Topics.RAW.name(), 0, 1));
        assertThat(written.toArray())
                .extracting(Header::key)
                .containsExactlyInAnyOrder("traceparent", "ce_id", EventOrigin.HEADER);
    }

    @Test
    void correctionReplaces() {
        harness.send(Articles.bridge("A"));
        harness.send(Articles.bridgeAgain("A").setRevision(2).setReceivedAt(Articles.NOON.plusSeconds(30)));

        List<EnrichedArticle> articles = harness.enriched.readValuesToList();
        assertThat(articles).extracting(EnrichedArticle::getRevision).containsExactly(1L, 2L);
        assertThat(articles.get(1).getFirstReceivedAt()).isEqualTo(Articles.NOON);
        assertThat(articles.get(1).getReceivedAt()).isEqualTo(Articles.NOON.plusSeconds(30));
    }

    @Test
    void staleEventIsIgnoredAndSaysWhy() {
        harness.send(Articles.bridge("A").setRevision(5));
        harness.enriched.readValue();
        harness.send(Articles.bridgeAgain("A").setRevision(4));

        assertThat(harness.enriched.isEmpty()).isTrue();
        ArticleFate fate = harness.fates.readValue();
        assertThat(fate.getFate()).isEqualTo(Fate.STALE);
        assertThat(fate.getReason()).contains("revision 4").contains("revision 5");
        assertThat(fate.getEventTopic()).isEqualTo(Topics.RAW.name());
        assertThat(fate.getEventOffset()).isEqualTo(1);
        assertThat(fate.getService()).isEqualTo("enrich");
    }

    @Test
    void unchangedEventEmitsNothingButItsFate() {
        harness.send(Articles.bridge("A"));
        harness.send(Articles.mayor("B"));
        harness.enriched.readValuesToList();
        harness.relatedRecords();
        harness.send(Articles.bridge("A").setRevision(9).setReceivedAt(Articles.NOON.plusSeconds(9)));

        assertThat(harness.enriched.isEmpty()).isTrue();
        assertThat(harness.relatedRecords()).isEmpty();
        assertThat(harness.fates.readValue().getFate()).isEqualTo(Fate.UNCHANGED);
        assertThat(harness.fates.isEmpty()).isTrue();
    }

    @Test
    void retractionLeavesATombstoneThatNamesItsEvent() {
        harness.send(Articles.bridge("A"));
        harness.send(Articles.retraction("A", 2));

        harness.enriched.readRecord();
        TestRecord<String, EnrichedArticle> tombstone = harness.enriched.readRecord();
        assertThat(tombstone.key()).isEqualTo("A");
        assertThat(tombstone.value()).isNull();
        assertThat(EventOrigin.fromHeaders(tombstone.headers())).contains(new EventOrigin(Topics.RAW.name(), 0, 1));
        assertThat(harness.fates.isEmpty()).isTrue();
    }

    @Test
    void retractedArticleReturnsOnlyWithANewerRevision() {
        harness.send(Articles.retraction("A", 5));
        harness.send(Articles.bridge("A").setRevision(5));
        harness.send(Articles.bridge("A").setRevision(6));

        List<EnrichedArticle> values = harness.enriched.readValuesToList();
        assertThat(values).hasSize(2);
        assertThat(values.get(0)).isNull();
        assertThat(values.get(1).getRevision()).isEqualTo(6);
        assertThat(harness.fates.readValue().getFate()).isEqualTo(Fate.STALE);
    }

    @Test
    void bothLanesHaveOneMemory() {
        harness.send(Articles.bridge("A").setRevision(2));
        RawArticle older = Articles.bridgeAgain("A").build();
        harness.backfill.pipeInput("A", older, older.getReceivedAt());

        ArticleFate fate = harness.fates.readValue();
        assertThat(fate.getFate()).isEqualTo(Fate.STALE);
        assertThat(fate.getEventTopic()).isEqualTo(Topics.BACKFILL.name());
    }

    @Test
    void replayGivesNoOutput() {
        List<RawArticle> events = List.of(
                Articles.bridge("A").build(),
                Articles.bridgeAgain("B").build(),
                Articles.mayor("C").build(),
                Articles.bridgeAgain("A").setRevision(2).build(),
                Articles.retraction("B", 3),
                Articles.declaring(Articles.chess("D"), "A"));
        events.forEach(harness::send);
        harness.enriched.readValuesToList();
        harness.relatedRecords();
        harness.fates.readValuesToList();

        events.forEach(harness::send);
        assertThat(harness.enriched.isEmpty()).isTrue();
        assertThat(harness.relatedRecords()).isEmpty();
        assertThat(harness.fates.readValuesToList())
                .extracting(ArticleFate::getFate)
                .containsExactly(
                        Fate.STALE, Fate.STALE, Fate.UNCHANGED, Fate.UNCHANGED, Fate.UNCHANGED, Fate.UNCHANGED);
    }

    @Test
    void unreadableRecordGoesToTheDeadLetters() {
        harness.rawBytes.pipeInput("A".getBytes(StandardCharsets.UTF_8), new byte[] {9, 9, 9}, Articles.NOON);
        harness.send(Articles.bridge("A"));

        assertThat(harness.deadLetters.readRecord().value()).containsExactly(9, 9, 9);
        assertThat(harness.fates.readValue().getFate()).isEqualTo(Fate.QUARANTINED);
        assertThat(harness.enriched.readValue().getArticleId()).isEqualTo("A");
    }

    @Test
    void recordWithoutValueOrUnderAnotherKeyIsQuarantined() {
        harness.rawBytes.pipeInput("A".getBytes(StandardCharsets.UTF_8), null, Articles.NOON);
        harness.raw.pipeInput("B", Articles.bridge("A").build(), Articles.NOON);
        harness.raw.pipeInput(null, Articles.bridge("A").build(), Articles.NOON);

        assertThat(harness.fates.readValuesToList())
                .extracting(ArticleFate::getFate)
                .containsExactly(Fate.QUARANTINED, Fate.QUARANTINED, Fate.QUARANTINED);
        assertThat(harness.deadLetters.readRecordsToList()).hasSize(3);
        assertThat(harness.enriched.isEmpty()).isTrue();
    }

    @Test
    void articleThatCannotBeReadIsQuarantinedAndNotRemembered() {
        RawArticle.Builder poison = Articles.upsert("A", "A word", "This is " + ListedNames.UNBEARABLE);
        harness.send(poison);
        harness.send(poison);

        assertThat(harness.fates.readValuesToList())
                .extracting(ArticleFate::getFate)
                .containsExactly(Fate.QUARANTINED, Fate.QUARANTINED);
        assertThat(harness.enriched.isEmpty()).isTrue();
        assertThat(harness.relatedRecords()).isEmpty();
    }

    @Test
    void everyEventIsForwardedOnceOrHasOneFate() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int sent = 300;
        for (int i = 0; i < sent; i++) {
            sendAnything(random, i);
        }

        Map<String, Integer> ends = new TreeMap<>();
        harness.enriched
                .readRecordsToList()
                .forEach(record -> ends.merge(
                        EventOrigin.fromHeaders(record.headers()).orElseThrow().toString(), 1, Integer::sum));
        harness.fates
                .readValuesToList()
                .forEach(fate -> ends.merge(
                        fate.getEventTopic() + "/" + fate.getEventPartition() + "/" + fate.getEventOffset(),
                        1,
                        Integer::sum));
        assertThat(ends).as("seed %d", seed).hasSize(sent);
        assertThat(new TreeSet<>(ends.values())).as("seed %d", seed).containsExactly(1);
        double ended = harness.count("events.enriched")
                + harness.count("events.retracted")
                + harness.count("events.unchanged")
                + harness.count("events.stale")
                + harness.count("events.failed");
        assertThat(harness.count("events.received")).as("seed %d", seed).isEqualTo(ended);
    }

    @Test
    void memoryOfArticlesDoesNotDependOnTheOrderOfTheirEvents() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<RawArticle> events = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            events.add(anything(random, i).build());
        }
        events.forEach(harness::send);
        try (EnrichHarness other = new EnrichHarness()) {
            Collections.shuffle(events, random);
            events.forEach(other::send);
            assertThat(titles(other)).as("seed %d", seed).isEqualTo(titles(harness));
        }
    }

    private static Map<String, String> titles(EnrichHarness harness) {
        Map<String, String> titles = new TreeMap<>();
        harness.enriched
                .readKeyValuesToList()
                .forEach(entry -> titles.put(entry.key, entry.value == null ? "withdrawn" : entry.value.getTitle()));
        return titles;
    }

    private void sendAnything(Random random, int i) {
        RawArticle.Builder event = anything(random, i);
        if (random.nextInt(20) == 0) {
            event.setBody("so " + ListedNames.UNBEARABLE);
        }
        if (random.nextInt(3) == 0) {
            harness.backfill.pipeInput(event.getArticleId(), event.build(), event.getReceivedAt());
            return;
        }
        harness.send(event);
    }

    private static RawArticle.Builder anything(Random random, int i) {
        String id = "A" + random.nextInt(6);
        Instant receivedAt = Articles.NOON.plusSeconds(i);
        if (random.nextInt(4) == 0) {
            return RawArticle.newBuilder(Articles.retraction(id, random.nextInt(5)))
                    .setReceivedAt(receivedAt);
        }
        RawArticle.Builder article = switch (random.nextInt(4)) {
            case 0 -> Articles.bridge(id);
            case 1 -> Articles.bridgeAgain(id);
            case 2 -> Articles.mayor(id);
            default -> Articles.chess(id);
        };
        return article.setRevision(random.nextInt(5)).setReceivedAt(receivedAt);
    }
}
