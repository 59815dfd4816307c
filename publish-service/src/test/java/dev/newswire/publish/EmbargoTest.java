package dev.newswire.publish;

import static dev.newswire.publish.Samples.NOON;
import static dev.newswire.publish.Samples.article;
import static dev.newswire.publish.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.schema.ArticleFate;
import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.Fate;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbargoTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Instant END = NOON.plus(HOUR);

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
    void embargoedArticleAppearsAtItsTime() {
        publish.upsert(embargoed(1), 1);
        assertThat(publish.fates()).extracting(ArticleFate::getFate).containsExactly(Fate.EMBARGOED);
        publish.skip(HOUR.minus(SECOND));
        assertThat(publish.entries()).isEmpty();
        assertThat(publish.snapshots()).isEmpty();

        publish.advance(SECOND.multipliedBy(2));
        assertThat(publish.entries()).hasSize(5).allSatisfy(entry -> {
            assertThat(entry.value().getArticleId()).isEqualTo(id(1));
            assertThat(trace(entry)).isEqualTo(PublishHarness.TRACE);
        });
        assertThat(publish.fates()).singleElement().satisfies(fate -> {
            assertThat(fate.getFate()).isEqualTo(Fate.PUBLISHED);
            assertThat(fate.getEventOffset()).isEqualTo(1);
            assertThat(fate.getDecidedAt()).isBetween(END, END.plus(SECOND));
        });
    }

    @Test
    void embargoSurvivesARestart() {
        publish.upsert(embargoed(1), 1);
        publish.restart(Duration.ofMinutes(30));
        publish.advance(SECOND);
        assertThat(publish.entries()).isEmpty();
        publish.skip(Duration.ofMinutes(30));
        assertThat(publish.entries()).hasSize(5);
    }

    @Test
    void embargoThatEndedWhileTheServiceWasDownIsLiftedAtItsStart() {
        publish.upsert(embargoed(1), 1);
        publish.restart(HOUR.multipliedBy(5));
        publish.advance(SECOND);
        assertThat(publish.entries()).hasSize(5);
    }

    @Test
    void supersededWhileEmbargoedIsStale() {
        publish.upsert(embargoed(1), 1);
        EnrichedArticle next = EnrichedArticle.newBuilder(embargoed(1))
                .setRevision(embargoed(1).getRevision() + 1)
                .setTitle("Later")
                .build();
        publish.upsert(next, 2);
        publish.skip(HOUR.multipliedBy(2));
        assertThat(publish.fates())
                .extracting(fate -> fate.getFate() + " " + fate.getEventOffset())
                .containsExactly("EMBARGOED 1", "STALE 1", "EMBARGOED 2", "PUBLISHED 2");
        assertThat(publish.entries())
                .extracting(entry -> entry.value().getTitle())
                .containsOnly("Later");
    }

    @Test
    void withdrawnWhileEmbargoedIsNeverSeen() {
        publish.upsert(embargoed(1), 1);
        publish.retract(id(1), 2);
        publish.skip(HOUR.multipliedBy(2));
        assertThat(publish.entries()).isEmpty();
        assertThat(publish.fates())
                .extracting(fate -> fate.getFate() + " " + fate.getEventOffset())
                .containsExactly("EMBARGOED 1", "RETRACTED 1", "RETRACTED 2");
    }

    @Test
    void embargoMovedForwardHoldsFromThen() {
        publish.upsert(embargoed(1), 1);
        EnrichedArticle sooner = EnrichedArticle.newBuilder(embargoed(1))
                .setRevision(embargoed(1).getRevision() + 1)
                .setEmbargoUntil(NOON.plus(HOUR.dividedBy(2)))
                .build();
        publish.upsert(sooner, 2);
        publish.skip(HOUR.dividedBy(2).plus(SECOND));
        assertThat(publish.entries()).hasSize(5);
        publish.skip(HOUR);
        assertThat(publish.entries()).isEmpty();
        publish.store(PublishTopology.EMBARGOES).forEach((key, value) -> org.junit.jupiter.api.Assertions.fail(key));
    }

    @Test
    void publishedArticleThatIsPutUnderEmbargoLeavesUntilThen() {
        publish.upsert(article(1).build(), 1);
        assertThat(publish.entries()).hasSize(5);
        EnrichedArticle held = article(1)
                .setRevision(article(1).getRevision() + 1)
                .setEmbargoUntil(END)
                .build();
        publish.upsert(held, 2);
        assertThat(publish.entries()).hasSize(5).extracting(TestRecord::value).containsOnlyNulls();
        publish.skip(HOUR.plus(SECOND));
        assertThat(publish.entries()).hasSize(5).extracting(TestRecord::value).doesNotContainNull();
    }

    @Test
    void correctionAfterTheEmbargoIsNotHeldBackByALateClock() {
        publish.upsert(embargoed(1), 1);
        publish.skip(HOUR.plus(SECOND));
        publish.entries();
        // Received before the embargo's end, processed after it.
        EnrichedArticle correction = EnrichedArticle.newBuilder(embargoed(1))
                .setRevision(embargoed(1).getRevision() + 1)
                .setReceivedAt(END.minus(SECOND))
                .setTitle("Corrected")
                .build();
        publish.upsert(correction, 2);
        assertThat(publish.entries())
                .hasSize(5)
                .allSatisfy(entry -> assertThat(entry.value()).isNotNull());
    }

    private static EnrichedArticle embargoed(int number) {
        return article(number).setEmbargoUntil(END).build();
    }

    private static String trace(TestRecord<?, ?> record) {
        return new String(record.headers().lastHeader("traceparent").value(), StandardCharsets.UTF_8);
    }
}
