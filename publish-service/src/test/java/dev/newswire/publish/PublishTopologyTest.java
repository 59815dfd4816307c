package dev.newswire.publish;

import static dev.newswire.publish.PublishHarness.table;
import static dev.newswire.publish.Samples.NOON;
import static dev.newswire.publish.Samples.article;
import static dev.newswire.publish.Samples.id;
import static dev.newswire.publish.Samples.related;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.FeedEntry;
import dev.newswire.schema.FeedSnapshot;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishTopologyTest {
    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private PublishHarness publish;

    @BeforeEach
    void start(@TempDir Path folder) {
        publish = new PublishHarness(folder);
    }

    @AfterEach
    void stop() {
        publish.close();
    }

    @Test
    void articleStandsInTheFeedsThatItBelongsTo() {
        publish.upsert(article(1).build(), 1);
        assertThat(publish.entries())
                .extracting(TestRecord::key)
                .containsExactlyInAnyOrder(
                        "latest|" + id(1),
                        "language/en|" + id(1),
                        "source/example.org|" + id(1),
                        "entity/Q7184|" + id(1),
                        "entity/Q17|" + id(1));
    }

    @Test
    void retractedArticleLeavesEveryFeed() {
        publish.upsert(article(1).build(), 1);
        publish.relate(related(1, 1, 2, 2));
        publish.advance(SECOND);
        Map<String, FeedEntry> entries = table(Map.of(), publish.entries());
        Map<String, FeedSnapshot> snapshots = table(Map.of(), publish.snapshots());
        assertThat(entries).hasSize(6);
        assertThat(snapshots).hasSize(6);

        publish.retract(id(1), 2);
        publish.advance(SECOND);
        assertThat(table(entries, publish.entries())).isEmpty();
        assertThat(table(snapshots, publish.snapshots())).isEmpty();
    }

    @Test
    void correctionReplacesEntry() {
        publish.upsert(article(1).build(), 1);
        Map<String, FeedEntry> before = table(Map.of(), publish.entries());
        EnrichedArticle correction = article(1)
                .setRevision(NOON.plusSeconds(90).toEpochMilli())
                .setTitle("NATO met")
                .setPublishedAt(NOON.plusSeconds(3600))
                .build();
        publish.upsert(correction, 2);
        Map<String, FeedEntry> after = table(before, publish.entries());
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(after.values()).extracting(FeedEntry::getTitle).containsOnly("NATO met");
        publish.advance(TICK);
        assertThat(publish.snapshots()).allSatisfy(snapshot -> {
            assertThat(snapshot.value().getSize()).isEqualTo(1);
            assertThat(snapshot.value().getEntries()).hasSize(1);
        });
    }

    @Test
    void replayEmitsNothing() {
        EnrichedArticle first = article(1).build();
        EnrichedArticle second = article(1)
                .setRevision(first.getRevision() + 1)
                .setTitle("Corrected")
                .build();
        publish.upsert(first, 1);
        publish.upsert(second, 2);
        publish.relate(related(1, 1, 1, 2));
        publish.upsert(article(2).build(), 3);
        publish.retract(id(2), 4);
        publish.advance(SECOND);
        publish.entries();
        publish.fates();
        publish.snapshots();

        publish.upsert(first, 1);
        publish.upsert(second, 2);
        publish.relate(related(1, 1, 1, 2));
        publish.upsert(article(2).build(), 3);
        publish.retract(id(2), 4);
        publish.advance(SECOND.multipliedBy(3));
        assertThat(publish.entries()).isEmpty();
        assertThat(publish.fates()).isEmpty();
        assertThat(publish.snapshots()).isEmpty();
    }

    @Test
    void articleAndLinksMayComeInAnyOrder() {
        publish.upsert(article(1).build(), 1);
        publish.relate(related(1, 1, 2, 2));
        Map<String, FeedEntry> articleFirst = table(Map.of(), publish.entries());
        publish.retract(id(1), 2);
        publish.unlink(id(1));
        publish.entries();

        publish.relate(related(1, 1, 2, 2));
        publish.upsert(article(1).setRevision(Long.MAX_VALUE).build(), 3);
        Map<String, FeedEntry> linksFirst = table(Map.of(), publish.entries());
        linksFirst.replaceAll((key, entry) -> FeedEntry.newBuilder(entry)
                .setRevision(requireNonNull(articleFirst.get(key)).getRevision())
                .build());
        assertThat(linksFirst).isEqualTo(articleFirst).hasSize(6);
    }

    @Test
    void changedLinksUpdateEntriesAndMoveTheStory() {
        publish.upsert(article(2).build(), 1);
        publish.relate(related(2, 2, 2, 3));
        Map<String, FeedEntry> before = table(Map.of(), publish.entries());
        assertThat(before).containsKey("story/" + id(2) + "|" + id(2));

        publish.relate(related(2, 1, 3, 1, 3));
        Map<String, FeedEntry> after = table(before, publish.entries());
        assertThat(after).containsKey("story/" + id(1) + "|" + id(2)).doesNotContainKey("story/" + id(2) + "|" + id(2));
        assertThat(after.values()).allSatisfy(entry -> {
            assertThat(entry.getStoryId()).isEqualTo(id(1));
            boolean isLinked =
                    entry.getFeedId().equals("latest") || entry.getFeedId().startsWith("story/");
            assertThat(entry.getLinks()).hasSize(isLinked ? 2 : 0);
        });
    }

    @Test
    void snapshotIsNewestFirst() {
        for (int number : List.of(2, 3, 1)) {
            publish.upsert(article(number).build(), number);
        }
        publish.advance(TICK);
        FeedSnapshot latest =
                requireNonNull(table(Map.of(), publish.snapshots()).get("latest"));
        assertThat(latest.getEntries()).extracting(FeedEntry::getArticleId).containsExactly(id(3), id(2), id(1));
        assertThat(latest.getTitle()).isEqualTo("Latest");
    }

    @Test
    void snapshotComesAtOnceAndThenAtMostOnceASecond() {
        publish.upsert(article(1).build(), 1);
        publish.advance(TICK);
        assertThat(ofLatest(publish.snapshots())).hasSize(1);

        for (int number = 2; number <= 31; number++) {
            publish.upsert(article(number).build(), number);
            publish.advance(TICK);
        }
        List<TestRecord<String, FeedSnapshot>> written = ofLatest(publish.snapshots());
        assertThat(written).hasSize(3);
        for (int i = 1; i < written.size(); i++) {
            Duration gap = Duration.between(
                    written.get(i - 1).value().getUpdatedAt(),
                    written.get(i).value().getUpdatedAt());
            assertThat(gap).isGreaterThanOrEqualTo(SECOND);
        }
    }

    @Test
    void feedThatIsEmptiedAndFilledKeepsThePaceOfSnapshots() {
        publish.upsert(article(1).build(), 1);
        publish.advance(TICK);
        publish.snapshots();
        publish.retract(id(1), 2);
        publish.advance(SECOND);
        assertThat(ofLatest(publish.snapshots()))
                .singleElement()
                .satisfies(record -> assertThat(record.value()).isNull());
        publish.upsert(article(2).build(), 3);
        publish.advance(SECOND.minus(TICK));
        assertThat(ofLatest(publish.snapshots())).isEmpty();
        publish.advance(TICK);
        assertThat(ofLatest(publish.snapshots())).hasSize(1);
    }

    @Test
    void emptyFeedIsForgotten() {
        publish.upsert(article(1).build(), 1);
        publish.advance(SECOND);
        publish.retract(id(1), 2);
        publish.advance(SECOND.multipliedBy(3));
        publish.store(PublishTopology.FEEDS)
                .forEach((feedId, state) -> org.junit.jupiter.api.Assertions.fail("still there: " + feedId));
    }

    @Test
    void headersTravelToTheFeed() {
        publish.upsert(article(1).build(), 1);
        assertThat(publish.entries()).isNotEmpty().allSatisfy(entry -> {
            byte[] trace = entry.headers().lastHeader("traceparent").value();
            assertThat(new String(trace, StandardCharsets.UTF_8)).isEqualTo(PublishHarness.TRACE);
            assertThat(entry.headers().lastHeader("ce_id")).isNotNull();
        });
    }

    @Test
    void entriesStandBesideTheSnapshotsOfTheirFeed() {
        int partitions = 12;
        for (String feedId : List.of("latest", "entity/Q7184", "source/example.org", "entity/nil:0123456789abcdef")) {
            int ofSnapshot = org.apache.kafka.clients.producer.internals.BuiltInPartitioner.partitionForKey(
                    feedId.getBytes(StandardCharsets.UTF_8), partitions);
            assertThat(PublishTopology.partitionByFeed().partitions("any", feedId + "|" + id(1), null, partitions))
                    .hasValueSatisfying(chosen -> assertThat(chosen).containsExactly(ofSnapshot));
        }
    }

    @Test
    void whatIsReceivedIsAppliedOrRepeated() {
        publish.upsert(article(1).build(), 1);
        publish.upsert(article(1).build(), 1);
        publish.relate(related(1, 1, 1));
        publish.relate(related(1, 1, 1));
        publish.retract(id(1), 2);
        assertThat(publish.count("changes.received")).isEqualTo(5);
        assertThat(publish.count("changes.applied") + publish.count("changes.repeated"))
                .isEqualTo(publish.count("changes.received"));
        assertThat(publish.count("entries.written")
                        + publish.count("entries.removed")
                        + publish.count("entries.unchanged"))
                .isEqualTo(publish.count("entries.planned"));
    }

    private static List<TestRecord<String, FeedSnapshot>> ofLatest(List<TestRecord<String, FeedSnapshot>> snapshots) {
        return snapshots.stream()
                .filter(snapshot -> snapshot.key().equals("latest"))
                .toList();
    }
}
