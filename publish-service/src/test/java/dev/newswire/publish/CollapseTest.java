package dev.newswire.publish;

import static dev.newswire.publish.PublishHarness.table;
import static dev.newswire.publish.Samples.article;
import static dev.newswire.publish.Samples.copies;
import static dev.newswire.publish.Samples.definition;
import static dev.newswire.publish.Samples.id;
import static dev.newswire.publish.Samples.related;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.schema.DuplicatePolicy;
import dev.newswire.schema.EntryCopy;
import dev.newswire.schema.FeedEntry;
import dev.newswire.schema.LinkKind;
import dev.newswire.schema.StoryPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollapseTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private Map<String, FeedEntry> entries = new TreeMap<>();
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
    void copiesCollapseUnderTheirOriginalAndAreListed() {
        threeCopies();
        assertThat(shown("latest")).containsExactly("1 [2 3]");
        FeedEntry original = requireNonNull(entries.get("latest|" + id(1)));
        assertThat(original.getCopyCount()).isEqualTo(2);
        assertThat(original.getCopies()).allSatisfy(copy -> {
            assertThat(copy.getKind()).isEqualTo(LinkKind.DUPLICATE);
            assertThat(copy.getUrl()).startsWith("https://example.org/news/");
        });
        assertThat(shown("source/example.org")).containsExactly("1", "2", "3");
    }

    @Test
    void retractingTheOriginalPromotesTheOldestCopy() {
        threeCopies();
        publish.retract(id(1), 9);
        assertThat(shown("latest")).containsExactly("2 [3]");
        publish.retract(id(3), 10);
        assertThat(shown("latest")).containsExactly("2");
    }

    @Test
    void copyThatIsNoLongerOneStandsAlone() {
        threeCopies();
        publish.relate(copies(3, 3, 1));
        publish.relate(copies(1, 1, 2, 2));
        publish.relate(copies(2, 1, 2, 1));
        assertThat(shown("latest")).containsExactly("1 [2]", "3");
    }

    @Test
    void olderOriginalThatComesLateTakesTheCopiesOver() {
        upsert(2);
        upsert(3);
        publish.relate(copies(2, 2, 2, 3));
        assertThat(shown("latest")).containsExactly("2 [3]");
        upsert(1);
        publish.relate(copies(1, 1, 3, 2));
        assertThat(shown("latest")).containsExactly("1 [2 3]");
    }

    @Test
    void orderOfArrivalDoesNotMatter(@TempDir Path folder) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        threeCopies();
        List<String> expected = shown("latest");
        for (int round = 0; round < 5; round++) {
            publish.close();
            publish = new PublishHarness(folder.resolve("" + round));
            entries = new TreeMap<>();
            List<Runnable> steps = new ArrayList<>(List.of(
                    () -> upsert(1),
                    () -> upsert(2),
                    () -> upsert(3),
                    () -> publish.relate(copies(1, 1, 3, 2)),
                    () -> publish.relate(copies(2, 1, 3, 1, 3)),
                    () -> publish.relate(copies(3, 1, 3, 2))));
            Collections.shuffle(steps, random);
            steps.forEach(Runnable::run);
            assertThat(shown("latest")).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void groupsAreKeptOverARestart() {
        threeCopies();
        shown("latest");
        publish.restart(SECOND);
        publish.retract(id(1), 9);
        assertThat(shown("latest")).containsExactly("2 [3]");
    }

    @Test
    void definitionSaysWhetherCopiesCollapse() {
        publish.define(
                definition("all").build(),
                definition("once").setDuplicates(DuplicatePolicy.COLLAPSE).build());
        threeCopies();
        assertThat(shown("all")).containsExactly("1", "2", "3");
        assertThat(shown("once")).containsExactly("1 [2 3]");
        publish.define(
                definition("all").setDuplicates(DuplicatePolicy.COLLAPSE).build(),
                definition("once").build());
        assertThat(shown("all")).containsExactly("1 [2 3]");
        assertThat(shown("once")).containsExactly("1", "2", "3");
    }

    @Test
    void onlyTheNewestOrTheBestOfAStoryIsShown() {
        publish.define(
                definition("newest").setStories(StoryPolicy.NEWEST).build(),
                definition("best").setStories(StoryPolicy.BEST).build());
        upsert(1);
        upsert(2);
        upsert(3);
        upsert(4);
        publish.relate(related(1, 1, 3, 2));
        publish.relate(related(2, 1, 3, 1, 3));
        publish.relate(related(3, 1, 3, 2));
        assertThat(shown("newest")).containsExactly("3 [1 2]", "4");
        assertThat(shown("best")).containsExactly("2 [1 3]", "4");
        publish.relate(related(3, 3, 1));
        assertThat(shown("newest")).containsExactly("2 [1]", "3", "4");
    }

    @Test
    void groupTakesOnePlaceOfALimitedFeedAndLeavesWhole() {
        publish.define(definition("two")
                .setDuplicates(DuplicatePolicy.COLLAPSE)
                .setLimit(2)
                .build());
        threeCopies();
        upsert(4);
        assertThat(shown("two")).containsExactly("1 [2 3]", "4");
        upsert(5);
        assertThat(shown("two")).containsExactly("4", "5");
    }

    private void threeCopies() {
        upsert(1);
        upsert(2);
        upsert(3);
        publish.relate(copies(1, 1, 3, 2));
        publish.relate(copies(2, 1, 3, 1, 3));
        publish.relate(copies(3, 1, 3, 2));
    }

    private void upsert(int number) {
        publish.upsert(article(number).build(), number);
    }

    /** What a feed shows: the number of each article, and those that it stands for. */
    private List<String> shown(String feedId) {
        publish.advance(SECOND);
        entries = table(entries, publish.entries());
        return entries.values().stream()
                .filter(entry -> entry.getFeedId().equals(feedId))
                .map(CollapseTest::line)
                .toList();
    }

    private static String line(FeedEntry entry) {
        List<String> copies = entry.getCopies().stream()
                .map(EntryCopy::getArticleId)
                .map(CollapseTest::number)
                .toList();
        return number(entry.getArticleId()) + (copies.isEmpty() ? "" : " [" + String.join(" ", copies) + "]");
    }

    private static String number(String articleId) {
        return articleId.substring(articleId.length() - 1);
    }
}
