package dev.newswire.integration.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.newswire.cli.backfill.BackfillRun;
import dev.newswire.cli.report.OutcomeReader;
import dev.newswire.enrich.EnrichService;
import dev.newswire.ingest.backfill.Progress;
import dev.newswire.ingest.backfill.Tally;
import dev.newswire.ingest.kafka.RawPublisher;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.runtime.RunningService;
import dev.newswire.platform.serde.AvroTopicSerdes;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.RawArticle;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** History on its own lane, on a real broker. */
class BackfillIT {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int PAGES = 12;

    @Test
    void articleOfAnArchiveReachesTheFeedsWithItsTimeOfPublication(@TempDir Path folder) throws Exception {
        Path archive = HistoryArchive.write(folder.resolve("old.warc"), PAGES);
        try (LocalFixture pipeline = LocalFixture.start(folder.resolve("pipeline"))) {
            assertThat(backfill(pipeline.settings(), archive).accepted()).isEqualTo(PAGES);

            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(pipeline.audit().reconciles()).isTrue();
                assertThat(OutcomeReader.ofAll(pipeline.settings().kafka()).feeds())
                        .filteredOn(feed -> feed.getFeedId().equals("source/old.example"))
                        .singleElement()
                        .satisfies(feed -> assertThat(feed.getEntries())
                                .hasSize(PAGES)
                                .allMatch(entry ->
                                        Instant.parse("2014-02-01T10:00:00Z").equals(entry.getPublishedAt())));
            });
            Map<String, Long> counts = TopicCounts.of(pipeline).byTopic();
            assertThat(counts).containsEntry(Topics.BACKFILL.name(), (long) PAGES);
            assertThat(counts).doesNotContainKey(Topics.RAW.name());
        }
    }

    @Test
    void historyWaitsUntilLiveNewsIsThrough(@TempDir Path folder) throws Exception {
        Path archive = HistoryArchive.write(folder.resolve("old.warc"), PAGES);
        try (ServersFixture servers = ServersFixture.start(folder.resolve("servers"))) {
            Settings settings = servers.settings()
                    .with(Map.of(
                            "NEWSWIRE_BACKFILL_LIVE_LAG_RECORDS", "10",
                            "NEWSWIRE_BACKFILL_LAG_INTERVAL", "PT0.1S"));
            sendLive(settings, 50);
            ExecutorService thread = Executors.newSingleThreadExecutor();
            try (BackfillRun run = BackfillRun.connect(settings, folder.resolve("state.json"), null, null)) {
                Future<Tally> done = thread.submit(() -> run.read(List.of(archive), new Silent()));
                await().atMost(PATIENCE).until(() -> run.pace().reason().contains("50 events behind"));
                assertThat(done.isDone()).isFalse();

                try (RunningService enrich = startEnrich(settings, folder)) {
                    await().atMost(PATIENCE).until(enrich::ready);
                    await().atMost(PATIENCE).until(done::isDone);
                    assertThat(done.get().accepted()).isEqualTo(PAGES);
                    assertThat(run.pace().paused()).isPositive();
                }
            } finally {
                thread.shutdownNow();
            }
        }
    }

    private static Tally backfill(Settings settings, Path archive) throws Exception {
        Path state = archive.resolveSibling("state.json");
        try (BackfillRun run = BackfillRun.connect(settings, state, null, null)) {
            return run.read(List.of(archive), new Silent());
        }
    }

    private static RunningService startEnrich(Settings settings, Path folder) {
        return EnrichService.start(settings.with(Map.of(
                "NEWSWIRE_HTTP_PORT", Integer.toString(ServersFixture.port()),
                "NEWSWIRE_STATE_DIR", folder.resolve("state").toString(),
                "NEWSWIRE_STANDBY_REPLICAS", "0",
                "NEWSWIRE_PARTITIONS", "4",
                "NEWSWIRE_STREAM_THREADS", "1")));
    }

    private static void sendLive(Settings settings, int count) {
        try (RawPublisher live = RawPublisher.connect(settings.kafka(), AvroTopicSerdes.from(settings.kafka()))) {
            CompletableFuture<?>[] sent = new CompletableFuture<?>[count];
            for (int i = 0; i < count; i++) {
                sent[i] = live.append(live(i), null);
            }
            CompletableFuture.allOf(sent).join();
        }
    }

    private static RawArticle live(int number) {
        Instant now = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        return RawArticle.newBuilder()
                .setArticleId(String.format(java.util.Locale.ROOT, "5TF0BBZ3R1SZN42GA0VSE%05d", number))
                .setSource("live")
                .setTitle("Live story " + number)
                .setBody("It happens now.")
                .setLanguage("en")
                .setRevision(now.toEpochMilli())
                .setReceivedAt(now)
                .build();
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
