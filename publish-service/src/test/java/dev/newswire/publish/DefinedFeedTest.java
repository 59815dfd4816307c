package dev.newswire.publish;

import static dev.newswire.publish.PublishHarness.table;
import static dev.newswire.publish.Samples.NOON;
import static dev.newswire.publish.Samples.article;
import static dev.newswire.publish.Samples.definition;
import static dev.newswire.publish.Samples.id;
import static dev.newswire.publish.Samples.related;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.schema.FeedDefinition;
import dev.newswire.schema.FeedEntry;
import dev.newswire.schema.FeedOrder;
import dev.newswire.schema.FeedSnapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinedFeedTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final FeedDefinition NATO =
            definition("nato").setEntitiesAny(List.of("Q7184")).build();
    private static final FeedDefinition ODD =
            definition("odd").setWords(List.of("part 1", "part 3")).build();

    private final Map<String, FeedEntry> entries = new TreeMap<>();
    private final Map<String, FeedSnapshot> snapshots = new TreeMap<>();
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
    void articleThatMeetsADefinitionStandsInItsFeed() {
        publish.define(NATO, ODD);
        upsert(1, 2);
        assertThat(ids("nato")).containsExactly(id(1), id(2));
        assertThat(ids("odd")).containsExactly(id(1));
        assertThat(snapshots.get("odd")).extracting(FeedSnapshot::getTitle).isEqualTo("Feed odd");
    }

    @Test
    void newDefinitionIsFilledFromWhatIsThere() {
        upsert(1, 2, 3);
        publish.define(ODD);
        assertThat(ids("odd")).containsExactly(id(1), id(3));
        assertThat(publish.count("entries.planned"))
                .isEqualTo(publish.count("entries.written")
                        + publish.count("entries.removed")
                        + publish.count("entries.unchanged"));
    }

    @Test
    void definitionAndArticlesMayComeInAnyOrder(@TempDir Path other) {
        upsert(1, 2, 3);
        publish.define(ODD, NATO);
        Map<String, FeedEntry> articlesFirst = Map.copyOf(read());
        publish.close();
        publish = new PublishHarness(other);
        entries.clear();
        publish.define(NATO, ODD);
        upsert(3, 2, 1);
        assertThat(read()).isEqualTo(articlesFirst);
    }

    @Test
    void removedDefinitionTakesItsEntriesAndSnapshotAlong() {
        publish.define(NATO, ODD);
        upsert(1, 2);
        publish.undefine("nato");
        assertThat(ids("nato")).isEmpty();
        assertThat(snapshots).doesNotContainKey("nato").containsKey("odd");
        upsert(3);
        assertThat(ids("nato")).isEmpty();
        publish.define(NATO);
        assertThat(ids("nato")).containsExactly(id(1), id(2), id(3));
    }

    @Test
    void changedDefinitionDropsWhatNoLongerMeetsItAndKeepsTheRest() {
        publish.define(ODD);
        upsert(1, 2, 3);
        read();
        publish.define(
                definition("odd").setTitle("Second").setWords(List.of("part 3")).build());
        publish.advance(SECOND.multipliedBy(2));
        List<TestRecord<String, FeedEntry>> written = publish.entries();
        assertThat(written).extracting(TestRecord::key).containsExactly("odd|" + id(1));
        assertThat(table(snapshots, publish.snapshots()).get("odd"))
                .extracting(FeedSnapshot::getTitle)
                .isEqualTo("Second");
    }

    @Test
    void sameDefinitionAgainWritesNothing() {
        publish.define(ODD);
        upsert(1, 2, 3);
        read();
        publish.define(ODD);
        publish.advance(SECOND);
        assertThat(publish.entries()).isEmpty();
    }

    @Test
    void fillingGoesOnAfterARestart() {
        upsert(1, 2, 3);
        publish.define(ODD);
        publish.restart(SECOND);
        assertThat(ids("odd")).containsExactly(id(1), id(3));
        publish.restart(SECOND);
        publish.advance(SECOND);
        assertThat(publish.entries()).isEmpty();
        publish.undefine("odd");
        publish.restart(SECOND);
        assertThat(ids("odd")).isEmpty();
    }

    @Test
    void feedIsFilledWithItsNewestEntriesUpToItsLimit() {
        upsert(IntStream.rangeClosed(1, 60).toArray());
        publish.define(definition("few").setLimit(5).build());
        assertThat(ids("few")).containsExactly(id(56), id(57), id(58), id(59), id(60));
        publish.define(definition("few").setLimit(7).build());
        assertThat(ids("few")).hasSize(7).contains(id(54));
        publish.define(definition("few").setLimit(2).build());
        assertThat(ids("few")).containsExactly(id(59), id(60));
    }

    @Test
    void entryLeavesWhenItIsTooOld() {
        publish.define(definition("young").setMaximumAgeSeconds(600).build());
        upsert(1);
        assertThat(ids("young")).containsExactly(id(1));
        publish.skip(Duration.ofMinutes(15));
        assertThat(ids("young")).isEmpty();
        assertThat(snapshots.get("young")).isNotNull();
        upsert(2);
        assertThat(ids("young")).isEmpty();
        assertThat(ids("latest")).containsExactly(id(1), id(2));
    }

    @Test
    void feedMayBeOrderedByReceipt() {
        upsert(1, 2);
        publish.upsert(article(3).setPublishedAt(NOON.minusSeconds(9_000)).build(), 3);
        publish.define(definition("came").build());
        publish.advance(SECOND);
        assertThat(order("came")).containsExactly(id(2), id(1), id(3));
        publish.define(definition("came").setOrder(FeedOrder.RECEIVED).build());
        publish.advance(SECOND.multipliedBy(2));
        assertThat(order("came")).containsExactly(id(3), id(2), id(1));
        publish.retract(id(3), 4);
        publish.advance(SECOND.multipliedBy(2));
        assertThat(order("came")).containsExactly(id(2), id(1));
    }

    @Test
    void retractionAndLinksReachDefinedFeeds() {
        publish.define(NATO);
        upsert(1, 2);
        publish.relate(related(1, 1, 2, 2));
        assertThat(ids("nato")).hasSize(2);
        assertThat(entries.get("nato|" + id(1)))
                .extracting(FeedEntry::getStorySize)
                .isEqualTo(2);
        publish.retract(id(1), 9);
        assertThat(ids("nato")).containsExactly(id(2));
    }

    @Test
    void definedFeedWithoutEntriesHasASnapshot() {
        publish.define(definition("none").setWords(List.of("nobody says this")).build());
        read();
        assertThat(snapshots.get("none")).satisfies(snapshot -> {
            assertThat(snapshot.getSize()).isZero();
            assertThat(snapshot.getEntries()).isEmpty();
        });
    }

    private void upsert(int... numbers) {
        for (int number : numbers) {
            publish.upsert(article(number).build(), number);
        }
    }

    private Map<String, FeedEntry> read() {
        publish.advance(SECOND.multipliedBy(2));
        Map<String, FeedEntry> after = table(entries, publish.entries());
        entries.clear();
        entries.putAll(after);
        Map<String, FeedSnapshot> shown = table(snapshots, publish.snapshots());
        snapshots.clear();
        snapshots.putAll(shown);
        return entries;
    }

    private List<String> ids(String feedId) {
        return read().values().stream()
                .filter(entry -> entry.getFeedId().equals(feedId))
                .map(FeedEntry::getArticleId)
                .toList();
    }

    private List<String> order(String feedId) {
        read();
        FeedSnapshot snapshot = snapshots.get(feedId);
        return snapshot == null
                ? List.of()
                : snapshot.getEntries().stream().map(FeedEntry::getArticleId).toList();
    }
}
