package dev.newswire.ingest.fate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newswire.schema.ArticleFate;
import dev.newswire.schema.Fate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FateStoreTest {

    private static final String ARTICLE = "0".repeat(25) + "A";
    private static final String NEIGHBOUR = "0".repeat(25) + "B";

    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void newestEventComesFirst() {
        try (FateStore store = open("ledger")) {
            store.write(
                    List.of(
                            fate(ARTICLE, Fate.PUBLISHED, 1, now.minusSeconds(60)),
                            fate(ARTICLE, Fate.UNCHANGED, 2, now.minusSeconds(30)),
                            fate(NEIGHBOUR, Fate.STALE, 3, now)),
                    Map.of());

            assertThat(store.find(ARTICLE))
                    .extracting(ArticleFate::getFate)
                    .containsExactly(Fate.UNCHANGED, Fate.PUBLISHED);
            assertThat(store.find(NEIGHBOUR)).hasSize(1);
            assertThat(store.find("0".repeat(26))).isEmpty();
        }
    }

    @Test
    void laterFateOfAnEventReplacesTheFormerEvenDaysApartAndInAnyOrder() {
        Instant before = now.minus(Duration.ofDays(3));
        try (FateStore store = open("ledger")) {
            store.write(List.of(fate(ARTICLE, Fate.PUBLISHED, 1, now)), Map.of());
            store.write(List.of(fate(ARTICLE, Fate.EMBARGOED, 1, before)), Map.of());

            assertThat(store.find(ARTICLE)).extracting(ArticleFate::getFate).containsExactly(Fate.PUBLISHED);
        }
    }

    @Test
    void articleWithThousandsOfEventsIsAnsweredByItsNewest() {
        try (FateStore store = open("ledger")) {
            store.write(
                    IntStream.range(0, 3_000)
                            .mapToObj(i -> fate(ARTICLE, Fate.UNCHANGED, i, now.minusSeconds(3_000 - i)))
                            .toList(),
                    Map.of());

            assertThat(store.find(ARTICLE))
                    .hasSize(20)
                    .extracting(ArticleFate::getEventOffset)
                    .startsWith(2_999L, 2_998L)
                    .endsWith(2_980L);
        }
    }

    @Test
    void fatesAndPlaceSurviveARestart() {
        try (FateStore store = open("ledger")) {
            store.write(List.of(fate(ARTICLE, Fate.PUBLISHED, 1, now)), Map.of(0, 17L, 3, 4L));
        }
        try (FateStore store = open("ledger")) {
            assertThat(store.find(ARTICLE)).hasSize(1);
            assertThat(store.position(0)).isEqualTo(17);
            assertThat(store.position(3)).isEqualTo(4);
            assertThat(store.position(1)).isNull();
        }
    }

    @Test
    void fatesLeaveWhenTheirDayIsTooOld() {
        try (FateStore store = open("ledger")) {
            store.write(List.of(fate(ARTICLE, Fate.PUBLISHED, 1, now)), Map.of());
            now = now.plus(FateStore.RETENTION);
            store.write(List.of(), Map.of(0, 1L));
            assertThat(store.find(ARTICLE)).hasSize(1);

            now = now.plus(Duration.ofDays(1));
            store.write(List.of(fate(NEIGHBOUR, Fate.PUBLISHED, 2, now.minus(Duration.ofDays(40)))), Map.of());
            assertThat(store.find(ARTICLE)).isEmpty();
            assertThat(store.find(NEIGHBOUR)).isEmpty();
        }
        try (FateStore store = open("ledger")) {
            assertThat(store.find(ARTICLE)).isEmpty();
        }
    }

    @Test
    void fateOfTheFutureStaysNoLongerThanOthers() {
        try (FateStore store = open("ledger")) {
            store.write(List.of(fate(ARTICLE, Fate.PUBLISHED, 1, now.plus(Duration.ofDays(9_000)))), Map.of());
            assertThat(store.find(ARTICLE)).hasSize(1);
            now = now.plus(FateStore.RETENTION).plus(Duration.ofDays(1));
            store.write(List.of(), Map.of());
            assertThat(store.find(ARTICLE)).isEmpty();
        }
    }

    @Test
    void fatesOfAnotherLedgerAreForgotten() {
        try (FateStore store = open("ledger")) {
            store.write(List.of(fate(ARTICLE, Fate.PUBLISHED, 1, now)), Map.of(0, 17L));
        }
        try (FateStore store = open("another")) {
            assertThat(store.find(ARTICLE)).isEmpty();
            assertThat(store.position(0)).isNull();
        }
    }

    @Test
    void damagedStoreIsBegunAnew() throws IOException {
        try (FateStore store = open("ledger")) {
            store.write(List.of(fate(ARTICLE, Fate.PUBLISHED, 1, now)), Map.of(0, 17L));
        }
        Files.writeString(folder.resolve("state").resolve("CURRENT"), "MANIFEST-NONE\n");
        try (Stream<Path> files = Files.list(folder.resolve("state"))) {
            for (Path manifest : files.filter(
                            file -> file.getFileName().toString().startsWith("MANIFEST"))
                    .toList()) {
                Files.writeString(manifest, "damaged");
                Files.writeString(folder.resolve("state").resolve("CURRENT"), manifest.getFileName() + "\n");
            }
        }
        try (FateStore store = open("ledger")) {
            assertThat(store.position(0)).isNull();
        }
    }

    @Test
    void storeOfAnotherProcessIsLeftAlone() {
        try (FateStore store = open("ledger")) {
            store.write(List.of(fate(ARTICLE, Fate.PUBLISHED, 1, now)), Map.of());
            assertThatThrownBy(() -> open("ledger"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("cannot be opened");
            assertThat(store.find(ARTICLE)).hasSize(1);
        }
    }

    @Test
    void closedStoreSaysThatItIsNotReadyAndWhatBelongsToNoArticleIsNotKept() {
        FateStore store = open("ledger");
        store.write(List.of(fate(null, Fate.QUARANTINED, 1, now), fate("short", Fate.QUARANTINED, 2, now)), Map.of());
        store.close();
        assertThatThrownBy(() -> store.find(ARTICLE)).isInstanceOf(NotCaughtUpException.class);
    }

    private FateStore open(String ledger) {
        return FateStore.open(folder.resolve("state"), ledger, () -> now);
    }

    private static ArticleFate fate(@Nullable String articleId, Fate fate, long offset, Instant decidedAt) {
        return ArticleFate.newBuilder()
                .setArticleId(articleId)
                .setFate(fate)
                .setEventTopic("topic")
                .setEventPartition(0)
                .setEventOffset(offset)
                .setService("test")
                .setDecidedAt(decidedAt)
                .build();
    }
}
