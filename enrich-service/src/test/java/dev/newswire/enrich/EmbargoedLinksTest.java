package dev.newswire.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.schema.RawArticle;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nothing tells of an article under embargo before its time. */
class EmbargoedLinksTest {
    private static final Duration WAIT = Duration.ofMinutes(10);
    private static final Instant END = Articles.NOON.plus(WAIT);

    private final EnrichHarness harness = new EnrichHarness();

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void articleIsLinkedWhenItsEmbargoEndsAndNotBefore() {
        harness.send(Articles.bridge("A"));
        harness.send(Articles.bridgeAgain("SECRET").setEmbargoUntil(END));

        assertThat(harness.enriched.readValuesToList()).hasSize(2);
        assertThat(harness.relatedRecords()).isEmpty();
        harness.driver.advanceWallClockTime(WAIT.minusSeconds(15));
        assertThat(harness.relatedRecords()).isEmpty();

        harness.driver.advanceWallClockTime(Duration.ofSeconds(15));
        assertThat(harness.links("A")).containsExactly("SAME_STORY SECRET");
        assertThat(harness.links("SECRET")).containsExactly("SAME_STORY A");
        assertThat(Objects.requireNonNull(harness.shownLinks().get("A")).getStorySize())
                .isEqualTo(2);
    }

    @Test
    void storyIsNamedAfterTheArticleThatWasKnownFirst() {
        harness.send(Articles.bridge("SECRET").setEmbargoUntil(END));
        harness.send(Articles.bridgeAgain("A").setReceivedAt(Articles.NOON.plusSeconds(5)));
        harness.driver.advanceWallClockTime(WAIT);

        assertThat(harness.links("A")).containsExactly("SAME_STORY SECRET");
        assertThat(harness.story("SECRET")).isEqualTo("A");
    }

    @Test
    void embargoLongerThanTheWindowEndsWithLinks() {
        Duration twentyDays = Duration.ofDays(20);
        harness.send(Articles.bridge("SECRET").setEmbargoUntil(Articles.NOON.plus(twentyDays)));
        harness.send(Articles.bridgeAgain("A")
                .setReceivedAt(Articles.NOON.plus(twentyDays).minusSeconds(60)));
        harness.driver.advanceWallClockTime(twentyDays);

        assertThat(harness.links("A")).containsExactly("SAME_STORY SECRET");
    }

    @Test
    void endOfAnEmbargoExpiresNothingThatAReplayIsYetToBring() {
        Duration month = Duration.ofDays(30);
        harness.send(Articles.chess("SECRET").setEmbargoUntil(Articles.NOON.plus(month)));
        harness.driver.advanceWallClockTime(month);
        harness.send(Articles.bridge("A").setReceivedAt(Articles.NOON.plusSeconds(5)));
        harness.send(Articles.bridgeAgain("B").setReceivedAt(Articles.NOON.plusSeconds(9)));

        assertThat(harness.links("A")).containsExactly("SAME_STORY B");
    }

    @Test
    void declaredLinkShowsWhenTheEmbargoEnds() {
        harness.send(Articles.declaring(Articles.chess("A"), "SECRET"));
        harness.send(Articles.declaring(Articles.mayor("SECRET").setEmbargoUntil(END), "B"));
        harness.send(Articles.bridgeAgain("B"));
        assertThat(harness.links("A")).isEmpty();
        assertThat(harness.links("B")).isEmpty();

        harness.driver.advanceWallClockTime(WAIT);
        assertThat(harness.links("A")).containsExactly("DECLARED SECRET");
        assertThat(harness.links("B")).contains("DECLARED SECRET");
    }

    @Test
    void correctionUnderEmbargoTakesTheLinksAwayUntilItsTime() {
        harness.send(Articles.bridge("A"));
        harness.send(Articles.bridgeAgain("B"));
        assertThat(harness.links("A")).containsExactly("SAME_STORY B");

        harness.send(correction("B").setEmbargoUntil(END));
        assertThat(harness.links("A")).isEmpty();
        harness.driver.advanceWallClockTime(WAIT);
        assertThat(harness.links("A")).containsExactly("SAME_STORY B");
    }

    @Test
    void correctionWithoutEmbargoIsLinkedAtOnce() {
        harness.send(Articles.bridge("A"));
        harness.send(Articles.bridgeAgain("B").setEmbargoUntil(END));
        harness.send(correction("B"));

        assertThat(harness.links("A")).containsExactly("SAME_STORY B");
        harness.driver.advanceWallClockTime(WAIT);
        assertThat(harness.relatedRecords()).isEmpty();
    }

    @Test
    void laterEmbargoTakesThePlaceOfTheFormer() {
        harness.send(Articles.bridge("A"));
        harness.send(Articles.bridgeAgain("B").setEmbargoUntil(END));
        harness.send(correction("B").setEmbargoUntil(END.plus(WAIT)));

        harness.driver.advanceWallClockTime(WAIT);
        assertThat(harness.links("A")).isEmpty();
        harness.driver.advanceWallClockTime(WAIT);
        assertThat(harness.links("A")).containsExactly("SAME_STORY B");
    }

    @Test
    void retractedArticleIsNotLinkedWhenItsEmbargoEnds() {
        harness.send(Articles.bridge("A"));
        harness.send(Articles.bridgeAgain("SECRET").setEmbargoUntil(END));
        harness.send(Articles.retraction("SECRET", 2));

        harness.driver.advanceWallClockTime(WAIT);
        assertThat(harness.relatedRecords()).isEmpty();
    }

    @Test
    void linksOfAReleasedArticleEndWithIt() {
        harness.send(Articles.bridge("A"));
        harness.send(Articles.bridgeAgain("B").setEmbargoUntil(END));
        harness.driver.advanceWallClockTime(WAIT);
        assertThat(harness.links("A")).containsExactly("SAME_STORY B");

        harness.send(Articles.retraction("B", 2));
        assertThat(harness.links("A")).isEmpty();
    }

    private static RawArticle.Builder correction(String id) {
        return Articles.bridgeAgain(id)
                .setRevision(2)
                .setAuthors(List.of("Ada Quill"))
                .setContentHash("other");
    }
}
