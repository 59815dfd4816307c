package dev.newswire.integration.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.newswire.cli.audit.TopicReader;
import dev.newswire.cli.client.IngestClient;
import dev.newswire.cli.send.GaveUpException;
import dev.newswire.cli.send.SendOptions;
import dev.newswire.cli.send.Sending;
import dev.newswire.cli.send.Tally;
import dev.newswire.enrich.lifecycle.Lifecycle;
import dev.newswire.enrich.lifecycle.Outcome;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.serde.AvroTopicSerdes;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.Fate;
import dev.newswire.schema.RawArticle;
import dev.newswire.schema.internal.ArticleMemory;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ingest service, and it alone, is killed in the middle of an upload; the sender resumes, or sends all of it again. */
class IngestCrashIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int ARTICLES = Integer.getInteger("newswire.crash.articles", 50_000);
    private static final int ARTICLES_OF_A_PIPELINE = Integer.getInteger("newswire.crash.pipeline.articles", 2_000);

    @TempDir
    Path folder;

    /** What is on the raw topic, and what the lifecycle of enrich makes of it. */
    private record RawTopic(long events, Map<String, Set<String>> contents, Map<Class<?>, Long> outcomes) {
        long of(Class<? extends Outcome> kind) {
            return outcomes.getOrDefault(kind, 0L);
        }
    }

    @Test
    void fiftyThousandArticlesSurviveAKillWithoutLossOrDuplicate() throws Exception {
        Path file = Articles.write(folder.resolve("articles.ndjson"), ARTICLES);
        try (ServersFixture servers = ServersFixture.start(folder.resolve("data"))) {
            int port = ServersFixture.port();
            Path log = folder.resolve("ingest.log");
            IngestChild first = IngestChild.start(servers.settings(), port, log, Map.of());
            CompletableFuture<Tally> upload =
                    CompletableFuture.supplyAsync(() -> send(first.url(), file, false, PATIENCE));
            await().atMost(PATIENCE).until(() -> events(servers.settings()) > ARTICLES / 4);
            assertThat(upload).as("the kill comes in the middle").isNotDone();
            first.kill();
            long atTheKill = events(servers.settings());
            try (IngestChild second = IngestChild.start(servers.settings(), port, log, Map.of())) {
                Tally tally = upload.join();
                assertThat(tally.accepted()).isEqualTo(ARTICLES);
                assertThat(tally.rejected()).isZero();
                assertThat(atTheKill).isBetween(1L, (long) ARTICLES - 1);
                RawTopic resumed = read(servers.settings());
                assertThat(resumed.contents()).hasSize(ARTICLES);
                assertThat(resumed.contents().values())
                        .allSatisfy(hashes -> assertThat(hashes).hasSize(1));
                assertThat(resumed.of(Outcome.Accepted.class)).isEqualTo(ARTICLES);
                assertThat(resumed.of(Outcome.Unchanged.class)).isEqualTo(resumed.events() - ARTICLES);

                send(second.url(), file, false, PATIENCE);
                RawTopic resent = read(servers.settings());
                assertThat(resent.events()).isEqualTo(resumed.events() + ARTICLES);
                assertThat(resent.contents()).isEqualTo(resumed.contents());
                assertThat(resent.of(Outcome.Unchanged.class)).isEqualTo(resent.events() - ARTICLES);
            }
        }
    }

    @Test
    void killedUnderTheWholePipelineEveryArticleIsPublishedOnceAndTheAuditReconciles() throws Exception {
        Path file = Articles.write(folder.resolve("articles.ndjson"), ARTICLES_OF_A_PIPELINE);
        try (LocalFixture pipeline = LocalFixture.start(folder.resolve("data"))) {
            int port = ServersFixture.port();
            Path log = folder.resolve("ingest.log");
            IngestChild first = IngestChild.start(pipeline.settings(), port, log, Map.of());
            CompletableFuture<Tally> upload =
                    CompletableFuture.supplyAsync(() -> send(first.url(), file, false, Duration.ofSeconds(1)));
            await().atMost(PATIENCE).until(() -> events(pipeline.settings()) > 0);
            first.kill();
            upload.handle((tally, failure) -> tally).join();
            try (IngestChild second = IngestChild.start(pipeline.settings(), port, log, Map.of())) {
                assertThat(send(second.url(), file, true, PATIENCE).accepted()).isEqualTo(ARTICLES_OF_A_PIPELINE);
                send(second.url(), file, false, PATIENCE);
            }
            await().atMost(PATIENCE)
                    .until(() ->
                            pipeline.audit().reconciles() && pipeline.audit().total() >= 2L * ARTICLES_OF_A_PIPELINE);
            assertThat(pipeline.audit().total(Fate.PUBLISHED)).isEqualTo(ARTICLES_OF_A_PIPELINE);
            assertThat(pipeline.audit().total(Fate.UNCHANGED))
                    .isEqualTo(pipeline.audit().total() - ARTICLES_OF_A_PIPELINE);
            assertThat(pipeline.audit().repeated()).isZero();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(
                                    FeedContents.read(pipeline.settings().kafka())
                                            .sizesThatDiffer())
                            .isEmpty());
            assertThat(FeedContents.read(pipeline.settings().kafka()).duplicates())
                    .isEmpty();
        }
    }

    @Test
    void senderThatGaveUpGoesOnWhereItWasAcknowledged() throws Exception {
        Path file = Articles.write(folder.resolve("articles.ndjson"), ARTICLES / 5);
        try (ServersFixture servers = ServersFixture.start(folder.resolve("data"))) {
            int port = ServersFixture.port();
            Path log = folder.resolve("ingest.log");
            IngestChild first = IngestChild.start(servers.settings(), port, log, Map.of());
            CompletableFuture<Tally> upload =
                    CompletableFuture.supplyAsync(() -> send(first.url(), file, false, Duration.ZERO));
            await().atMost(PATIENCE).until(() -> events(servers.settings()) > ARTICLES / 20);
            first.kill();
            assertThatThrownBy(upload::join).hasCauseInstanceOf(GaveUpException.class);
            try (IngestChild second = IngestChild.start(servers.settings(), port, log, Map.of())) {
                Tally tally = send(second.url(), file, true, PATIENCE);
                assertThat(tally.accepted()).as("both runs together").isEqualTo(ARTICLES / 5);
                RawTopic raw = read(servers.settings());
                assertThat(raw.contents()).hasSize(ARTICLES / 5);
                assertThat(raw.events()).as("not all of it was sent again").isLessThan(2L * ARTICLES / 5);
            }
        }
    }

    private Tally send(String url, Path file, boolean resume, Duration patience) {
        SendOptions options = new SendOptions(null, null, null, null, resume, folder.resolve("state"), patience);
        IngestClient client = IngestClient.from(Settings.of(Map.of("NEWSWIRE_INGEST_URL", url)));
        return Sending.to(client, options, new PrintWriter(new StringWriter())).send(List.of(file));
    }

    private static long events(Settings settings) {
        try (TopicReader reader = new TopicReader(settings.kafka(), List.of(Topics.RAW.name()))) {
            return reader.ends().values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private static RawTopic read(Settings settings) {
        Deserializer<RawArticle> values =
                AvroTopicSerdes.from(settings.kafka()).of(Topics.RAW).deserializer();
        Map<String, ArticleMemory> memories = new HashMap<>();
        Map<String, Set<String>> contents = new HashMap<>();
        Map<Class<?>, Long> outcomes = new HashMap<>();
        long[] events = {0};
        try (TopicReader reader = new TopicReader(settings.kafka(), List.of(Topics.RAW.name()))) {
            reader.readToEnd(record -> {
                RawArticle event = values.deserialize(record.topic(), record.value());
                Outcome outcome = Lifecycle.decide(memories.get(event.getArticleId()), event);
                memories.put(event.getArticleId(), outcome.memory());
                outcomes.merge(outcome.getClass(), 1L, Long::sum);
                contents.computeIfAbsent(event.getExternalId(), id -> new HashSet<>())
                        .add(event.getContentHash());
                events[0]++;
            });
        }
        return new RawTopic(events[0], contents, outcomes);
    }
}
