package dev.newswire.publish;

import static dev.newswire.publish.Samples.article;
import static dev.newswire.publish.Samples.id;
import static dev.newswire.publish.Samples.related;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.schema.ArticleFate;
import dev.newswire.schema.EnrichedArticle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FateTest {
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
    void publishedArticleTellsItsEvent() {
        publish.upsert(article(1).build(), 7);
        assertThat(publish.fates()).singleElement().satisfies(fate -> {
            assertThat(fate.getFate()).hasToString("PUBLISHED");
            assertThat(fate.getArticleId()).isEqualTo(id(1));
            assertThat(fate.getSource()).isEqualTo("example.org");
            assertThat(fate.getRevision()).isEqualTo(article(1).getRevision());
            assertThat(fate.getEventTopic()).isEqualTo("news.article.raw.v1");
            assertThat(fate.getEventOffset()).isEqualTo(7);
            assertThat(fate.getService()).isEqualTo("publish");
        });
    }

    @Test
    void retractionOfAnUnknownArticleEndsRetracted() {
        publish.retract(id(9), 3);
        publish.retract(id(9), 3);
        assertThat(publish.fates()).extracting(FateTest::line).containsExactly("RETRACTED 3");
        assertThat(publish.entries()).isEmpty();
    }

    @Test
    void linksHaveNoFate() {
        publish.relate(related(1, 1, 2, 2));
        publish.unlink(id(1));
        assertThat(publish.fates()).isEmpty();
    }

    @Test
    void articleWithoutOriginIsPublishedWithoutFate() {
        publish.upsertWithoutOrigin(article(1).build());
        publish.retractWithoutOrigin(id(1));
        assertThat(publish.fates()).isEmpty();
        assertThat(publish.entries()).hasSize(10);
    }

    @Test
    void articleThatWasReadAnewReplacesItsEntriesAndHasNoSecondFate() {
        publish.upsert(article(1).build(), 7);
        publish.fates();
        publish.entries();
        publish.upsert(article(1).setEntities(List.of()).setRulesVersion("2").build(), 7);

        assertThat(publish.fates()).isEmpty();
        assertThat(publish.entries())
                .anySatisfy(record -> {
                    assertThat(record.key()).isEqualTo("entity/Q7184|" + id(1));
                    assertThat(record.value()).isNull();
                })
                .anySatisfy(record -> {
                    assertThat(record.key()).isEqualTo("latest|" + id(1));
                    assertThat(record.value().getEntities()).isEmpty();
                });
    }

    @Test
    void articleThatReturnsAfterItsRetractionIsPublishedAnew() {
        publish.upsert(article(1).build(), 1);
        publish.retract(id(1), 2);
        publish.entries();
        EnrichedArticle again =
                article(1).setRevision(article(1).getRevision() + 5).build();
        publish.upsert(again, 3);
        assertThat(publish.entries()).hasSize(5);
        assertThat(publish.fates())
                .extracting(FateTest::line)
                .containsExactly("PUBLISHED 1", "RETRACTED 2", "PUBLISHED 3");
    }

    @Test
    void everyEventEndsInExactlyOneFateWhateverHappens() {
        long seed = 20260301;
        Random random = new Random(seed);
        List<Runnable> sent = new ArrayList<>();
        for (long offset = 0; offset < 120; offset++) {
            sent.add(event(random, offset));
        }
        for (Runnable event : sent) {
            event.run();
            if (random.nextInt(4) == 0) {
                event.run();
            }
            if (random.nextInt(3) == 0) {
                publish.advance(java.time.Duration.ofMillis(300));
            }
        }
        publish.skip(java.time.Duration.ofDays(2));

        Map<Long, List<String>> ends = new HashMap<>();
        for (ArticleFate fate : publish.fates()) {
            if (!fate.getFate().name().equals("EMBARGOED")) {
                ends.computeIfAbsent(fate.getEventOffset(), offset -> new ArrayList<>())
                        .add(fate.getFate().name());
            }
        }
        assertThat(ends).as("seed %d", seed).hasSize(sent.size());
        assertThat(ends.values())
                .as("seed %d", seed)
                .allSatisfy(fates -> assertThat(fates).hasSize(1));
    }

    /** Upserts, some of them under embargo, and retractions of five articles, each newer than the one before. */
    private Runnable event(Random random, long offset) {
        int number = 1 + random.nextInt(5);
        if (random.nextInt(5) == 0) {
            return () -> publish.retract(id(number), offset);
        }
        EnrichedArticle.Builder article = article(number).setRevision(Long.MAX_VALUE / 2 + offset);
        if (random.nextInt(3) == 0) {
            article.setEmbargoUntil(article.getReceivedAt().plusSeconds(random.nextInt(600)));
        }
        EnrichedArticle built = article.build();
        return () -> publish.upsert(built, offset);
    }

    private static String line(ArticleFate fate) {
        return fate.getFate() + " " + fate.getEventOffset();
    }
}
