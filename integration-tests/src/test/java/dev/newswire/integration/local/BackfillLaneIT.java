package dev.newswire.integration.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newswire.cli.backfill.BackfillRun;
import dev.newswire.ingest.backfill.Progress;
import dev.newswire.ingest.backfill.Tally;
import dev.newswire.platform.topic.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** How long live news takes to the feeds while history comes in: it prints that, and holds that all of it arrives. */
@ExtendWith(SharedPipeline.class)
class BackfillLaneIT {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int LIVE = Integer.getInteger("newswire.lane.live", 50);
    private static final int HISTORY = Integer.getInteger("newswire.lane.history", 600);
    private static final int LIVE_EVERY_MS = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LocalFixture pipeline;
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger numbers = new AtomicInteger();

    BackfillLaneIT(LocalFixture pipeline) {
        this.pipeline = pipeline;
    }

    @Test
    void liveNewsArrivesWhileHistoryComesIn(@TempDir Path folder) throws Exception {
        Path history = Articles.write(folder.resolve("history.ndjson"), HISTORY);
        List<Long> alone = live("alone");
        CompletableFuture<Tally> backfill = CompletableFuture.supplyAsync(() -> backfill(folder, history));
        List<Long> beside = live("beside");
        boolean isOver = backfill.isDone();
        Tally tally = backfill.get();

        assertThat(tally.accepted()).isEqualTo(HISTORY);
        assertThat(alone).hasSize(LIVE);
        assertThat(beside).hasSize(LIVE);
        System.out.println("Live news from request to feed, ms: " + figures("alone", alone) + "; "
                + figures("beside a backfill of 100 articles a second", beside)
                + (isOver ? " (which ended before)" : ""));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(pipeline.audit().missing()).isEmpty());
    }

    private Tally backfill(Path folder, Path history) {
        try (BackfillRun run =
                BackfillRun.connect(pipeline.settings(), folder.resolve("state.json"), "history", null)) {
            return run.read(List.of(history), new Quiet());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends articles at an even pace; milliseconds that each took until an entry of a feed could be read. */
    private List<Long> live(String name) throws InterruptedException {
        Map<String, Long> sent = new ConcurrentHashMap<>();
        Map<String, Long> seen = new HashMap<>();
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(4);
        try (KafkaConsumer<String, byte[]> entries = consumer()) {
            for (int i = 0; i < LIVE; i++) {
                clock.schedule(() -> post(name, sent), (long) i * LIVE_EVERY_MS, TimeUnit.MILLISECONDS);
            }
            long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
            while ((sent.size() < LIVE || !seen.keySet().containsAll(sent.keySet())) && System.nanoTime() < giveUpAt) {
                entries.poll(Duration.ofMillis(20)).forEach(record -> {
                    String article = record.key().substring(record.key().lastIndexOf('|') + 1);
                    seen.putIfAbsent(article, System.nanoTime());
                });
            }
        } finally {
            clock.shutdownNow();
        }
        return sent.entrySet().stream()
                .filter(article -> seen.containsKey(article.getKey()))
                .map(article -> (seen.getOrDefault(article.getKey(), 0L) - article.getValue()) / 1_000_000)
                .sorted()
                .toList();
    }

    private void post(String name, Map<String, Long> sent) {
        String article = "{\"source\":\"lane-" + name + "\",\"id\":\"" + numbers.incrementAndGet()
                + "\",\"title\":\"Live item number " + numbers.get() + "\",\"body\":\"It has just happened.\"}";
        long begin = System.nanoTime();
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(pipeline.ingestUrl() + "/v1/articles"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(article))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            sent.put(
                    JSON.readTree(answer.body())
                            .path("results")
                            .path(0)
                            .path("id")
                            .asText(),
                    begin);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> kafka = new HashMap<>(pipeline.settings().kafka());
        kafka.put("isolation.level", "read_committed");
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.FEED_ENTRY.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return consumer;
    }

    private static String figures(String name, List<Long> sorted) {
        return String.format(
                Locale.ROOT,
                "%s p50 %d, p99 %d",
                name,
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 99 / 100));
    }

    /** Tells nobody. */
    private static final class Quiet implements Progress {
        @Override
        public void at(Path file, long offset, long size, Tally tally) {
            // Only the outcome counts.
        }

        @Override
        public void skipped(Path file) {
            // Only the outcome counts.
        }
    }
}
