package dev.newswire.publish.feed;

import static dev.newswire.publish.Samples.NOON;
import static dev.newswire.publish.Samples.article;
import static dev.newswire.publish.Samples.entity;
import static dev.newswire.publish.Samples.id;
import static dev.newswire.publish.Samples.related;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.publish.feed.ArticleChange.EmbargoEnded;
import dev.newswire.publish.feed.ArticleChange.Linked;
import dev.newswire.publish.feed.ArticleChange.Unlinked;
import dev.newswire.publish.feed.ArticleChange.Upserted;
import dev.newswire.publish.feed.ArticleChange.Withdrawn;
import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.EntityType;
import dev.newswire.schema.FeedEntry;
import dev.newswire.schema.RelatedArticles;
import dev.newswire.schema.internal.EventCoordinates;
import dev.newswire.schema.internal.FeedChange;
import dev.newswire.schema.internal.PublishedArticle;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeedPlannerTest {
    private final FeedPlanner planner = new FeedPlanner(new BuiltInFeeds(0.2f, Set.of("latest", "story")));
    private @Nullable PublishedArticle memory;

    @Test
    void faintEntitiesHaveNoFeed() {
        EnrichedArticle article = article(1)
                .setEntities(List.of(
                        entity("Q1", "Loud", EntityType.MISC, 0.2f),
                        entity("Q2", "Faint", EntityType.MISC, 0.19f),
                        entity("Q1", "Loud again", EntityType.MISC, 0.9f)))
                .build();
        assertThat(feeds(plan(new Upserted(article), 1)))
                .containsExactly("latest", "source/example.org", "language/en", "entity/Q1");
    }

    @Test
    void storyOfOneHasNoFeed() {
        plan(new Upserted(article(1).build()), 1);
        assertThat(feeds(plan(new Linked(related(1, 1, 1, 2)), 0))).doesNotContain("story/" + id(1));
        assertThat(feeds(plan(new Linked(related(1, 1, 2, 2)), 0))).contains("story/" + id(1));
        assertThat(change(plan(new Unlinked(), 0), "story/" + id(1)).getEntry()).isNull();
    }

    @Test
    void storyIsCalledWhatItsOldestMemberIsCalled() {
        plan(new Upserted(article(1).build()), 1);
        assertThat(change(plan(new Linked(related(1, 1, 2, 2)), 0), "story/" + id(1))
                        .getFeedTitle())
                .isEqualTo("NATO meets, part 1");
        assertThat(change(plan(new Linked(related(1, 7, 2, 7)), 0), "story/" + id(7))
                        .getFeedTitle())
                .isNull();
    }

    @Test
    void entryCarriesWhatReadersNeed() {
        plan(new Linked(related(1, 7, 2, 7)), 0);
        FeedEntry entry =
                change(plan(new Upserted(article(1).build()), 1), "latest").getEntry();
        assertThat(entry).isNotNull();
        assertThat(entry.getSummary()).isEqualTo("NATO met in Japan. Nothing else happened. The talks go on.");
        assertThat(entry.getStoryId()).isEqualTo(id(7));
        assertThat(entry.getLinks()).hasSize(1);
        assertThat(entry.getEntities()).extracting("name").containsExactly("NATO", "Japan");
        assertThat(entry.getSortAt()).isEqualTo(entry.getPublishedAt());
    }

    @Test
    void linksChangeOnlyFeedsThatTellThem() {
        plan(new Upserted(article(1).build()), 1);
        Plan linked = plan(new Linked(related(1, 1, 2, 2)), 0);
        assertThat(feeds(linked)).containsExactly("latest", "story/" + id(1));
        assertThat(linked.changes()).allSatisfy(planned -> {
            assertThat(entry(planned).getLinks()).hasSize(1);
            assertThat(entry(planned).getStorySize()).isEqualTo(2);
        });
        Plan joined = plan(new Linked(related(1, 7, 3, 2, 7)), 0);
        FeedEntry inEntity = change(joined, "language/en").getEntry();
        assertThat(inEntity).isNotNull();
        assertThat(inEntity.getStoryId()).isEqualTo(id(7));
        assertThat(inEntity.getLinks()).isEmpty();
        assertThat(inEntity.getStorySize()).isZero();
    }

    @Test
    void articleWithoutPublicationTimeSortsByItsFirstReceipt() {
        EnrichedArticle article = article(1)
                .setPublishedAt(null)
                .setReceivedAt(NOON.plusSeconds(999))
                .build();
        FeedEntry entry = change(plan(new Upserted(article), 1), "latest").getEntry();
        assertThat(entry).isNotNull();
        assertThat(entry.getSortAt()).isEqualTo(article.getFirstReceivedAt());
    }

    @Test
    void changedEntryTellsWhereItStoodBefore() {
        plan(new Upserted(article(1).build()), 1);
        EnrichedArticle later = article(1)
                .setRevision(Long.MAX_VALUE)
                .setPublishedAt(NOON.plusSeconds(3600))
                .build();
        FeedChange change = change(plan(new Upserted(later), 2), "latest");
        Instant before = article(1).build().getPublishedAt();
        assertThat(before).isNotNull();
        assertThat(change.getPreviousSortAt()).isEqualTo(before.toEpochMilli());
    }

    @Test
    void linksOfAWithdrawnArticleAreRememberedAndShownNowhere() {
        plan(new Upserted(article(1).build()), 1);
        plan(new Withdrawn(), 2);
        assertThat(plan(new Linked(related(1, 1, 2, 2)), 0).changes()).isEmpty();
        assertThat(feeds(
                        plan(new Upserted(article(1).setRevision(Long.MAX_VALUE).build()), 3)))
                .contains("story/" + id(1));
    }

    @Test
    void nothingIsRememberedOfAnArticleThatNeverCame() {
        RelatedArticles links = related(1, 1, 1, 2);
        plan(new Linked(links), 0);
        assertThat(memory).isNotNull();
        plan(new Unlinked(), 0);
        assertThat(memory).isNull();
    }

    @Test
    void textOfAWithdrawnArticleIsForgotten() {
        plan(new Upserted(article(1).build()), 1);
        plan(new Withdrawn(), 2);
        assertThat(memory).isNotNull();
        assertThat(memory.getArticle()).isNull();
        assertThat(memory.toString()).doesNotContain("NATO");
    }

    @Test
    void timerOfAnEmbargoThatMovedChangesNothing() {
        EnrichedArticle article =
                article(1).setEmbargoUntil(NOON.plusSeconds(3600)).build();
        plan(new Upserted(article), 1);
        PublishedArticle before = memory;
        Plan early = planner.plan(memory, new EmbargoEnded(), Occasion.timer(NOON.plusSeconds(3599)));
        assertThat(early.changes()).isEmpty();
        assertThat(early.memory()).isEqualTo(before);
        assertThat(planner.plan(null, new EmbargoEnded(), Occasion.timer(NOON)).memory())
                .isNull();
    }

    @Test
    void replayOfTheWholeHistoryOfAWithdrawnArticleDoesNotBringItBack() {
        plan(new Upserted(article(1).build()), 1);
        plan(new Withdrawn(), 2);
        PublishedArticle withdrawn = memory;
        assertThat(plan(new Upserted(article(1).build()), 1).changes()).isEmpty();
        assertThat(plan(new Withdrawn(), 2).fates()).isEmpty();
        assertThat(memory).isEqualTo(withdrawn);
    }

    @Test
    void replayOfAnOldWithdrawalIsMendedByTheRevisionThatFollowedIt() {
        EnrichedArticle returned = article(1).setRevision(Long.MAX_VALUE).build();
        plan(new Upserted(article(1).build()), 1);
        plan(new Withdrawn(), 2);
        plan(new Upserted(returned), 3);
        plan(new Upserted(article(1).build()), 1);
        plan(new Withdrawn(), 2);
        assertThat(feeds(plan(new Upserted(returned), 3))).contains("latest");
    }

    private Plan plan(ArticleChange change, long offset) {
        EventCoordinates origin = offset == 0 ? null : new EventCoordinates("raw", 0, offset);
        Plan plan = planner.plan(memory, change, new Occasion(NOON, origin, Map.of()));
        memory = plan.memory();
        return plan;
    }

    private static List<String> feeds(Plan plan) {
        return plan.changes().stream().map(PlannedChange::feedId).toList();
    }

    private static FeedEntry entry(PlannedChange planned) {
        return Objects.requireNonNull(planned.change().getEntry());
    }

    private static FeedChange change(Plan plan, String feedId) {
        return plan.changes().stream()
                .filter(planned -> planned.feedId().equals(feedId))
                .map(PlannedChange::change)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no change of " + feedId + " in " + feeds(plan)));
    }
}
