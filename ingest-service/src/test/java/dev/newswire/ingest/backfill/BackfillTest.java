package dev.newswire.ingest.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newswire.ingest.archive.SampleArchive;
import dev.newswire.ingest.intake.ArticleLog;
import dev.newswire.ingest.intake.Intake;
import dev.newswire.ingest.intake.IntakeMetrics;
import dev.newswire.ingest.intake.Limits;
import dev.newswire.ingest.intake.UnavailableException;
import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.deadletter.Reject;
import dev.newswire.schema.RawArticle;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackfillTest {

    private static final Instant NOW = Instant.parse("2025-07-30T12:00:00Z");

    @TempDir
    private Path folder;

    private final List<RawArticle> log = new ArrayList<>();
    private final List<Reject> letters = new ArrayList<>();
    private int room = Integer.MAX_VALUE;

    @BeforeEach
    void noRoomIsLimited() {
        room = Integer.MAX_VALUE;
    }

    @Test
    void everyRecordIsAccountedFor() throws Exception {
        SampleArchive sample = SampleArchive.gzip()
                .addFrame()
                .addPage("http://news.example/1", SampleArchive.page("One"))
                .addPage("http://news.example/empty", "<html><title>Nothing</title></html>")
                .addPage("http://news.example/2", SampleArchive.page("Two"))
                .addPage("http://news.example/3", SampleArchive.page("Three"));
        byte[] archive = sample.bytes();
        archive[sample.offsets().get(4) + 60] ^= 0x10;
        Tally tally = backfill(write("a.warc.gz", archive));

        assertThat(tally.accepted()).isEqualTo(2);
        assertThat(tally.skipped()).containsOnly(Map.entry("warcinfo", 1L), Map.entry("request", 1L));
        assertThat(tally.rejected()).containsOnly(Map.entry("no-article", 1L));
        assertThat(tally.damaged()).isPositive();
        assertThat(tally.damages().get(0))
                .startsWith("a.warc.gz at " + sample.offsets().get(4));
        assertThat(tally.records()).isEqualTo(tally.pages() + tally.refused() + 2 + tally.damaged());
        assertThat(log).extracting(RawArticle::getTitle).containsExactly("One", "Three");
        assertThat(letters).hasSize(1);
    }

    @Test
    void articleIsAsOldAsItsCapture() throws Exception {
        byte[] archive = SampleArchive.plain()
                .addPage("http://news.example/1", SampleArchive.page("One"))
                .bytes();
        backfill(write("a.warc", archive));

        RawArticle article = log.get(0);
        assertThat(article.getRevision()).isEqualTo(SampleArchive.FETCHED_AT.toEpochMilli());
        assertThat(article.getPublishedAt()).isEqualTo(SampleArchive.FETCHED_AT);
        assertThat(article.getPublishedAtEstimated()).isTrue();
        assertThat(article.getReceivedAt()).isEqualTo(NOW);
        assertThat(article.getSource()).isEqualTo("news.example");
        assertThat(article.getCanonicalUrl()).isEqualTo("http://news.example/1");
    }

    @Test
    void linesOfAnotherSystemAreHistoryToo() throws Exception {
        String lines = """
                {"source":"old","externalId":"1","title":"First","body":"Text","publishedAt":"2011-01-02T03:04:05Z"}
                {"source":"old","externalId":"2","body":"no title"}

                {"source":"old","externalId":"3","title":"Third","body":"Text","revision":7}
                """;
        Tally tally = backfill(write("history.ndjson", lines.getBytes(java.nio.charset.StandardCharsets.UTF_8)));

        assertThat(tally.records()).isEqualTo(3);
        assertThat(tally.accepted()).isEqualTo(2);
        assertThat(tally.rejected()).containsOnly(Map.entry("missing", 1L));
        assertThat(log.get(0).getPublishedAt()).isEqualTo(Instant.parse("2011-01-02T03:04:05Z"));
        assertThat(log.get(0).getRevision()).isEqualTo(SampleArchive.FETCHED_AT.toEpochMilli());
        assertThat(log.get(1).getRevision()).isEqualTo(7);
    }

    @Test
    void runThatWasStoppedGoesOnBehindWhatWasAcknowledged() throws Exception {
        SampleArchive sample = SampleArchive.gzip();
        for (int i = 0; i < 450; i++) {
            sample.addPage("http://news.example/" + i, SampleArchive.page("Story " + i));
        }
        Path file = write("a.warc.gz", sample.bytes());
        room = 250;
        assertThatThrownBy(() -> backfill(file)).isInstanceOf(UnavailableException.class);
        room = Integer.MAX_VALUE;
        Tally rest = backfill(file);

        assertThat(rest.records()).isEqualTo(250);
        assertThat(log.stream().map(RawArticle::getTitle).distinct()).hasSize(450);
        assertThat(backfill(file).records()).isZero();
    }

    @Test
    void fileThatHasChangedBeginsAnew() throws Exception {
        Path file = write(
                "a.warc",
                SampleArchive.plain()
                        .addPage("http://news.example/1", SampleArchive.page("One"))
                        .bytes());
        backfill(file);
        byte[] longer = SampleArchive.plain()
                .addPage("http://news.example/1", SampleArchive.page("One"))
                .addPage("http://news.example/2", SampleArchive.page("Two"))
                .bytes();

        assertThat(backfill(write("a.warc", longer)).accepted()).isEqualTo(2);
    }

    @Test
    void folderStandsForItsFilesByName() throws Exception {
        write(
                "b.warc",
                SampleArchive.plain()
                        .addPage("http://news.example/2", SampleArchive.page("Two"))
                        .bytes());
        write(
                "a.warc.gz",
                SampleArchive.gzip()
                        .addPage("http://news.example/1", SampleArchive.page("One"))
                        .bytes());
        write("notes.txt", new byte[] {'x'});
        backfill(folder);

        assertThat(log).extracting(RawArticle::getTitle).containsExactly("One", "Two");
    }

    @Test
    void whatIsNotThereOrSomethingElseIsToldInASentence() throws Exception {
        assertThatThrownBy(() -> backfill(folder.resolve("absent.warc")))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("There is no");
        Path text = write("letter.txt", "Dear editor".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThatThrownBy(() -> backfill(text))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("neither an archive");
    }

    private Tally backfill(Path place) throws IOException, InterruptedException {
        BackfillSettings settings = BackfillSettings.of(Settings.of(Map.of()));
        Backfill.Lane lane = new Backfill.Lane(log(), letters::addAll, new IntakeMetrics(new SimpleMeterRegistry()));
        return new Backfill(
                        settings,
                        new Intake(Limits.STANDARD),
                        lane,
                        new Pace(settings, () -> 0, new ManualTicker()),
                        BackfillState.open(folder.resolve("state").resolve("backfill.json")),
                        null,
                        SampleArchive.FETCHED_AT,
                        new Silent(),
                        InstantSource.fixed(NOW))
                .run(List.of(place));
    }

    private ArticleLog log() {
        return (event, trace) -> {
            if (log.size() >= room) {
                return CompletableFuture.failedFuture(new UnavailableException("full", null));
            }
            log.add(event);
            return CompletableFuture.completedFuture(null);
        };
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static final class Silent implements Progress {
        @Override
        public void at(Path file, long offset, long size, Tally tally) {
            // Nobody looks.
        }

        @Override
        public void skipped(Path file) {
            // Nobody looks.
        }
    }
}
