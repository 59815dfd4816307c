package dev.newswire.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.schema.Link;
import dev.newswire.schema.LinkKind;
import dev.newswire.schema.LinkReason;
import dev.newswire.schema.RawArticle;
import dev.newswire.schema.ReasonKind;
import dev.newswire.schema.RelatedArticles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LinkFlowTest {
    /** When links are written of articles that have none yet. */
    private static final Duration SOON = Duration.ofMillis(250);

    private final EnrichHarness harness = new EnrichHarness();

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void articlesOfOneEventAreOneStoryNamedAfterTheOlder() {
        harness.send(Articles.bridge("B"));
        harness.send(Articles.bridgeAgain("A").setReceivedAt(Articles.NOON.plusSeconds(5)));

        assertThat(harness.links("A")).containsExactly("SAME_STORY B");
        assertThat(harness.links("B")).containsExactly("SAME_STORY A");
        assertThat(harness.story("A")).isEqualTo("B");
        assertThat(harness.story("B")).isEqualTo("B");
        assertThat(Objects.requireNonNull(harness.shownLinks().get("B")).getStorySize())
                .isEqualTo(2);
    }

    @Test
    void articlesThatShareASalientNameAreRelatedAndSaySo() {
        harness.send(Articles.bridge("A"));
        harness.send(Articles.mayor("B"));

        Link link = onlyLink("A");
        assertThat(link.getKind()).isEqualTo(LinkKind.RELATED);
        assertThat(link.getScore()).isBetween(0.5f, 1f);
        assertThat(link.getReasons())
                .contains(new LinkReason(ReasonKind.ENTITY, "nw:marchetti", "Marchetti"))
                .contains(new LinkReason(ReasonKind.TERM, "mayor", "mayor"));
        assertThat(onlyLink("B").getReasons()).isEqualTo(link.getReasons());
    }

    @Test
    void articlesThatShareNothingAreNotLinked() {
        harness.send(Articles.bridge("A"));
        harness.send(Articles.chess("B"));

        assertThat(harness.relatedRecords()).isEmpty();
    }

    @Test
    void copyIsADuplicate() {
        harness.send(Articles.bridge("A"));
        RawArticle original = Articles.bridge("B").build();
        harness.send(Articles.upsert("B", original.getTitle(), "HALDEN (Agency) " + original.getBody()));

        Link link = onlyLink("B");
        assertThat(link.getKind()).isEqualTo(LinkKind.DUPLICATE);
        assertThat(link.getReasons().get(0).getKind()).isEqualTo(ReasonKind.TEXT);
        assertThat(harness.story("B")).isEqualTo("A");
    }

    @Test
    void articlesOfOtherScriptsAreLinked() {
        harness.send(Articles.upsert("A", "地震で橋が通行止め", "熊本県で震度六の地震があり、橋に亀裂が見つかり通行止めとなった。")
                .setLanguage("ja"));
        harness.send(Articles.upsert("B", "熊本の橋に亀裂 地震で通行止め続く", "震度六の地震で亀裂が見つかった熊本県の橋は通行止めが続いている。")
                .setLanguage("ja"));
        harness.send(Articles.upsert("C", "サッカー代表が勝利", "代表チームは延長戦の末に二対一で勝った。").setLanguage("ja"));

        assertThat(harness.links("A")).containsExactly("SAME_STORY B");
        assertThat(harness.links("C")).isEmpty();
    }

    @Test
    void articlesFurtherApartThanTheWindowAreNotLinked() {
        harness.send(Articles.bridge("A"));
        harness.send(Articles.bridgeAgain("B").setReceivedAt(Articles.NOON.plus(Duration.ofDays(8))));

        assertThat(harness.relatedRecords()).isEmpty();
    }

    @Test
    void postingsLeaveTheStoreWhenTheWindowHasPassed() {
        harness.send(Articles.bridge("A"));
        harness.send(Articles.mayor("B"));
        assertThat(postings()).isGreaterThan(20);
        harness.send(Articles.chess("C").setReceivedAt(Articles.NOON.plus(Duration.ofDays(8))));
        harness.send(Articles.chess("D").setReceivedAt(Articles.NOON.plus(Duration.ofDays(16))));
        harness.send(Articles.retraction("D", 2));
        harness.send(RawArticle.newBuilder(Articles.mayor("E").build())
                .setReceivedAt(Articles.NOON.plus(Duration.ofDays(24))));

        assertThat(harness.count("postings.expired")).isPositive();
        assertThat(postings()).isLessThanOrEqualTo(12);
    }

    @Test
    void keyHoldsTheNewestPostingsOnly() {
        try (EnrichHarness small = new EnrichHarness(Map.of("NEWSWIRE_POSTINGS_PER_KEY", "2"))) {
            for (int i = 0; i < 5; i++) {
                small.send(Articles.bridge("A" + i).setReceivedAt(Articles.NOON.plusSeconds(i)));
            }
            List<String> last = small.links("A4");
            assertThat(last).containsExactly("DUPLICATE A2", "DUPLICATE A3");
        }
    }

    @Test
    void correctionMakesItsLinksAnew() {
        harness.send(Articles.bridge("A"));
        harness.send(Articles.bridgeAgain("B"));
        assertThat(harness.links("A")).containsExactly("SAME_STORY B");

        harness.send(Articles.chess("B").setRevision(2).setReceivedAt(Articles.NOON.plusSeconds(9)));
        assertThat(harness.links("A")).isEmpty();
        assertThat(harness.links("B")).isEmpty();

        harness.send(Articles.bridgeAgain("B").setRevision(3).setReceivedAt(Articles.NOON.plusSeconds(10)));
        assertThat(harness.links("A")).containsExactly("SAME_STORY B");
        assertThat(harness.links("B")).containsExactly("SAME_STORY A");
    }

    @Test
    void correctionAfterTheWindowKeepsTheLinksThatCannotBeMadeAnew() {
        harness.send(Articles.bridge("A"));
        harness.send(Articles.bridgeAgain("B"));
        RawArticle late = Articles.bridgeAgain("B")
                .setRevision(2)
                .setContentHash("other")
                .setReceivedAt(Articles.NOON.plus(Duration.ofDays(9)))
                .build();
        harness.send(late);

        assertThat(harness.links("A")).containsExactly("SAME_STORY B");
        assertThat(harness.links("B")).containsExactly("SAME_STORY A");
    }

    @Test
    void retractedArticleVanishesFromTheLinksOfAllOthers() {
        harness.send(Articles.bridge("A"));
        harness.send(Articles.bridgeAgain("B"));
        harness.send(Articles.mayor("C"));
        harness.send(Articles.declaring(Articles.chess("D"), "A"));
        assertThat(harness.links("A")).contains("SAME_STORY B", "RELATED C", "DECLARED D");

        harness.send(Articles.retraction("A", 2));

        assertThat(harness.shownLinks()).doesNotContainKeys("A", "D");
        assertThat(harness.shownLinks().values())
                .flatExtracting(RelatedArticles::getLinks)
                .extracting(Link::getArticleId)
                .doesNotContain("A");
        assertThat(harness.story("B")).isEqualTo("B");
    }

    @Test
    void linksOfAnArticleAreWrittenTogether() {
        for (int i = 0; i < 6; i++) {
            harness.send(Articles.bridge("A" + i).setReceivedAt(Articles.NOON.plusSeconds(i)));
        }

        assertThat(harness.related.isEmpty()).isTrue();
        assertThat(harness.relatedRecords()).hasSize(6);
        assertThat(harness.relatedRecords()).isEmpty();
    }

    @Test
    void articleWhoseLinksWereJustWrittenWaitsWhileANewOneDoesNot() {
        harness.send(Articles.bridge("A"));
        harness.send(Articles.bridgeAgain("B"));
        harness.driver.advanceWallClockTime(SOON);
        harness.related.readKeyValuesToList();

        for (int i = 0; i < 3; i++) {
            harness.send(Articles.bridge("C" + i).setReceivedAt(Articles.NOON.plusSeconds(i)));
            harness.driver.advanceWallClockTime(SOON);
            assertThat(harness.related.readKeyValuesToList())
                    .extracting(written -> written.key)
                    .containsExactly("C" + i);
        }
        assertThat(harness.links("A")).hasSize(4);
        assertThat(harness.relatedRecords()).isEmpty();
    }

    @Test
    void withdrawalDoesNotWait() {
        harness.send(Articles.bridge("A"));
        harness.send(Articles.bridgeAgain("B"));
        harness.driver.advanceWallClockTime(SOON);
        assertThat(harness.related.readKeyValuesToList()).hasSize(2);
        harness.send(Articles.retraction("A", 2));

        assertThat(harness.related.readKeyValuesToList())
                .containsExactlyInAnyOrder(KeyValue.pair("A", null), KeyValue.pair("B", null));
    }

    @Test
    void storyNamedAfterAWithdrawnArticleIsRenamedAtOnce() {
        List<String> others = List.of("B", "C", "D");
        harness.send(Articles.bridge("A"));
        for (String other : others) {
            harness.send(Articles.bridgeAgain(other).setReceivedAt(Articles.NOON.plusSeconds(other.charAt(0))));
        }
        assertThat(others).extracting(harness::story).containsOnly("A");
        harness.send(Articles.retraction("A", 2));

        Map<String, RelatedArticles> written = harness.related.readKeyValuesToMap();
        assertThat(others)
                .extracting(other -> Objects.requireNonNull(written.get(other)).getStoryId())
                .containsOnly("B");
    }

    @Test
    void articleThatReturnsIsLinkedAgain() {
        RawArticle declaring = Articles.declaring(Articles.chess("D"), "A");
        harness.send(Articles.bridge("A"));
        harness.send(Articles.bridgeAgain("B"));
        harness.send(declaring);
        harness.send(Articles.retraction("A", 2));
        harness.send(Articles.bridge("A").setRevision(3).setReceivedAt(Articles.NOON.plusSeconds(90)));

        assertThat(harness.links("A")).containsExactly("SAME_STORY B", "DECLARED D");
        assertThat(harness.links("B")).containsExactly("SAME_STORY A");
        assertThat(harness.links("D")).containsExactly("DECLARED A");
    }

    @Test
    void declaredLinksStandOnBothSides() {
        harness.send(Articles.declaring(Articles.chess("A"), "B", "C", "A"));
        assertThat(harness.links("A")).isEmpty();

        harness.send(Articles.bridge("B"));
        harness.send(Articles.mayor("C"));
        assertThat(harness.links("A")).containsExactly("DECLARED B", "DECLARED C");
        assertThat(harness.links("B")).contains("DECLARED A");
        assertThat(harness.links("C")).contains("DECLARED A");
    }

    @Test
    void correctionThatNoLongerDeclaresEndsTheLink() {
        harness.send(Articles.bridge("B"));
        harness.send(Articles.declaring(Articles.chess("A"), "B"));
        assertThat(harness.links("B")).containsExactly("DECLARED A");

        harness.send(Articles.chess("A").setRevision(2));
        assertThat(harness.links("A")).isEmpty();
        assertThat(harness.links("B")).isEmpty();
    }

    @Test
    void computedAndDeclaredLinksStandSideBySide() {
        harness.send(Articles.bridge("B"));
        harness.send(Articles.declaring(Articles.mayor("A"), "B"));

        assertThat(harness.links("A")).containsExactly("RELATED B", "DECLARED B");
    }

    @Test
    void linksAndStoriesDoNotDependOnTheOrderOfArrival() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<RawArticle> events = new ArrayList<>(List.of(
                Articles.bridge("A").build(),
                Articles.bridgeAgain("B")
                        .setReceivedAt(Articles.NOON.plusSeconds(1))
                        .build(),
                Articles.mayor("C").setReceivedAt(Articles.NOON.plusSeconds(2)).build(),
                Articles.chess("D").setReceivedAt(Articles.NOON.plusSeconds(3)).build(),
                Articles.bridge("E").setReceivedAt(Articles.NOON.plusSeconds(4)).build(),
                Articles.mayor("F").setReceivedAt(Articles.NOON.plusSeconds(5)).build(),
                Articles.bridgeAgain("D")
                        .setRevision(2)
                        .setReceivedAt(Articles.NOON.plusSeconds(6))
                        .build(),
                Articles.retraction("E", 2),
                Articles.declaring(Articles.chess("G"), "C", "E", "D")));
        events.forEach(harness::send);
        for (int round = 0; round < 5; round++) {
            List<RawArticle> order = interleaved(events, random);
            try (EnrichHarness other = new EnrichHarness()) {
                order.forEach(
                        event -> other.raw.pipeInput(event.getArticleId(), event, Articles.NOON.plusSeconds(100)));
                assertThat(other.shownLinks())
                        .as("seed %d, round %d", seed, round)
                        .isEqualTo(harness.shownLinks());
            }
        }
    }

    @Test
    void linksDoNotDependOnHowManyPostingsAreAtHand() {
        try (EnrichHarness none = new EnrichHarness(Map.of("NEWSWIRE_POSTINGS_AT_HAND", "0"))) {
            for (EnrichHarness each : List.of(harness, none)) {
                for (int i = 0; i < 30; i++) {
                    each.send(Articles.bridge("A" + i).setReceivedAt(Articles.NOON.plusSeconds(i)));
                    each.send(Articles.mayor("B" + i).setReceivedAt(Articles.NOON.plusSeconds(i)));
                }
                each.send(Articles.retraction("A3", 2));
                each.send(Articles.chess("B4").setRevision(2).setReceivedAt(Articles.NOON.plusSeconds(40)));
                each.send(Articles.bridgeAgain("C").setReceivedAt(Articles.NOON.plus(Duration.ofDays(6))));
            }
            assertThat(none.shownLinks()).isEqualTo(harness.shownLinks()).hasSizeGreaterThan(50);
        }
    }

    @Test
    void moreChangesThanAreWrittenAtATimeAreAllWrittenInTheEnd() {
        for (int i = 0; i < 130; i++) {
            harness.send(Articles.bridge("A" + (100 + i)).setReceivedAt(Articles.NOON.plusSeconds(i)));
        }
        assertThat(harness.shownLinks()).hasSize(100);
        assertThat(harness.shownLinks()).hasSize(130).containsKeys("A100", "A229");
    }

    @Test
    void storeHoldsLittleMoreThanTheWindow() {
        int articles = 160;
        int perWindow = 30;
        for (int i = 0; i < articles; i++) {
            RawArticle.Builder article = i % 2 == 0 ? Articles.bridge("A" + i) : Articles.mayor("A" + i);
            harness.send(article.setReceivedAt(
                    Articles.NOON.plus(Duration.ofDays(7).dividedBy(perWindow).multipliedBy(i))));
            assertThat(postings()).isLessThanOrEqualTo(12 * perWindow * 3 / 2);
        }
        assertThat(harness.count("postings.expired")).isGreaterThan(12.0 * (articles - perWindow * 2));
    }

    /** The events of an article stay in their order, as a partition keeps them. */
    private static List<RawArticle> interleaved(List<RawArticle> events, Random random) {
        List<String> turns =
                new ArrayList<>(events.stream().map(RawArticle::getArticleId).toList());
        Collections.shuffle(turns, random);
        List<RawArticle> left = new ArrayList<>(events);
        List<RawArticle> order = new ArrayList<>();
        for (String id : turns) {
            RawArticle next = left.stream()
                    .filter(event -> event.getArticleId().equals(id))
                    .findFirst()
                    .orElseThrow();
            left.remove(next);
            order.add(next);
        }
        return order;
    }

    private Link onlyLink(String articleId) {
        List<Link> links =
                Objects.requireNonNull(harness.shownLinks().get(articleId)).getLinks();
        assertThat(links).hasSize(1);
        return links.get(0);
    }

    private int postings() {
        KeyValueStore<String, Object> store = harness.driver.getKeyValueStore(EnrichTopology.POSTINGS);
        int count = 0;
        try (KeyValueIterator<String, Object> entries = store.all()) {
            while (entries.hasNext()) {
                entries.next();
                count++;
            }
        }
        return count;
    }
}
