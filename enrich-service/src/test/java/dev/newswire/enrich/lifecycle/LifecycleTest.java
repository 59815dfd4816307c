package dev.newswire.enrich.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.schema.EventKind;
import dev.newswire.schema.RawArticle;
import dev.newswire.schema.internal.ArticleMemory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void firstUpsertIsAccepted() {
        Outcome outcome = Lifecycle.decide(null, upsert(5, "a", 0));

        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        assertThat(outcome.memory().getGeneration()).isEqualTo(1);
        assertThat(outcome.memory().getFirstReceivedAt()).isEqualTo(NOON);
    }

    @Test
    void correctionIsAcceptedAndGivesBackTheFormerKeys() {
        ArticleMemory known = ArticleMemory.newBuilder(after(upsert(5, "a", 0)))
                .setPostingKeys(List.of("t:ferry"))
                .build();

        Outcome outcome = Lifecycle.decide(known, upsert(6, "b", 10));

        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        assertThat(((Outcome.Accepted) outcome).formerKeys()).containsExactly("t:ferry");
        assertThat(outcome.memory().getGeneration()).isEqualTo(2);
        assertThat(outcome.memory().getFirstReceivedAt()).isEqualTo(NOON);
    }

    @Test
    void equalContentIsUnchangedAndItsHigherRevisionIsRemembered() {
        Outcome outcome = Lifecycle.decide(after(upsert(5, "a", 0)), upsert(9, "a", 10));

        assertThat(outcome).isInstanceOf(Outcome.Unchanged.class);
        assertThat(Lifecycle.decide(outcome.memory(), upsert(7, "b", 20))).isInstanceOf(Outcome.Stale.class);
    }

    @Test
    void olderRevisionIsStale() {
        assertThat(Lifecycle.decide(after(upsert(5, "a", 0)), upsert(4, "b", 10)))
                .isInstanceOf(Outcome.Stale.class);
    }

    @Test
    void laterReceiptWinsWithinARevision() {
        assertThat(Lifecycle.decide(after(upsert(5, "a", 0)), upsert(5, "b", 10)))
                .isInstanceOf(Outcome.Accepted.class);
        assertThat(Lifecycle.decide(after(upsert(5, "a", 10)), upsert(5, "b", 0)))
                .isInstanceOf(Outcome.Stale.class);
    }

    @Test
    void retractionIsRememberedEvenOfAnUnknownArticle() {
        Outcome outcome = Lifecycle.decide(null, retract(5, 0));

        assertThat(outcome).isInstanceOf(Outcome.Retracted.class);
        assertThat(Lifecycle.decide(outcome.memory(), upsert(5, "a", 10))).isInstanceOf(Outcome.Stale.class);
        assertThat(Lifecycle.decide(outcome.memory(), upsert(6, "a", 10))).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void retractionOfTheSameRevisionWithdraws() {
        assertThat(Lifecycle.decide(after(upsert(5, "a", 0)), retract(5, 10))).isInstanceOf(Outcome.Retracted.class);
    }

    @Test
    void olderRetractionIsStale() {
        assertThat(Lifecycle.decide(after(upsert(5, "a", 0)), retract(4, 10))).isInstanceOf(Outcome.Stale.class);
    }

    @Test
    void repeatedRetractionIsUnchanged() {
        Outcome again = Lifecycle.decide(after(retract(5, 0)), retract(5, 10));
        Outcome newer = Lifecycle.decide(again.memory(), retract(8, 20));

        assertThat(again).isInstanceOf(Outcome.Unchanged.class);
        assertThat(newer).isInstanceOf(Outcome.Unchanged.class);
        assertThat(Lifecycle.decide(newer.memory(), upsert(7, "a", 30))).isInstanceOf(Outcome.Stale.class);
    }

    @Test
    void contentThatWasWithdrawnComesBackWithANewerRevision() {
        ArticleMemory withdrawn =
                Lifecycle.decide(after(upsert(5, "a", 0)), retract(6, 10)).memory();

        assertThat(Lifecycle.decide(withdrawn, upsert(7, "a", 20))).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void finalStateDoesNotDependOnTheOrderOfEvents() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            List<RawArticle> events = events(random);
            ArticleMemory expected = run(events);
            Collections.shuffle(events, random);

            assertThat(comparable(run(events)))
                    .as("seed %d, round %d, events %s", seed, round, events)
                    .isEqualTo(comparable(expected));
        }
    }

    @Test
    void replayChangesNothing() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            List<RawArticle> events = events(random);
            ArticleMemory memory = run(events);
            for (RawArticle event : events) {
                Outcome again = Lifecycle.decide(memory, event);
                assertThat(again)
                        .as("seed %d, round %d", seed, round)
                        .isInstanceOfAny(Outcome.Unchanged.class, Outcome.Stale.class);
                assertThat(again.memory()).isEqualTo(memory);
            }
        }
    }

    private static List<RawArticle> events(Random random) {
        List<RawArticle> events = new ArrayList<>();
        int count = 1 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            int revision = random.nextInt(4);
            int second = random.nextInt(5);
            String hash = String.valueOf((char) ('a' + random.nextInt(3)));
            events.add(random.nextInt(4) == 0 ? retract(revision, second) : upsert(revision, hash, second));
        }
        return events;
    }

    /** The generation counts decisions, so it is the one thing that an order may change. */
    private static ArticleMemory comparable(ArticleMemory memory) {
        return ArticleMemory.newBuilder(memory).setGeneration(0).build();
    }

    private static ArticleMemory run(List<RawArticle> events) {
        @Nullable ArticleMemory memory = null;
        for (RawArticle event : events) {
            memory = Lifecycle.decide(memory, event).memory();
        }
        if (memory == null) {
            throw new IllegalArgumentException("no events");
        }
        return memory;
    }

    private static ArticleMemory after(RawArticle event) {
        return Lifecycle.decide(null, event).memory();
    }

    private static RawArticle upsert(long revision, String hash, int second) {
        return event(EventKind.UPSERT, revision, second).setContentHash(hash).build();
    }

    private static RawArticle retract(long revision, int second) {
        return event(EventKind.RETRACT, revision, second).build();
    }

    private static RawArticle.Builder event(EventKind kind, long revision, int second) {
        return RawArticle.newBuilder()
                .setArticleId("0123456789ABCDEFGHJKMNPQRS")
                .setRevision(revision)
                .setKind(kind)
                .setSource("example")
                .setReceivedAt(NOON.plusSeconds(second));
    }
}
