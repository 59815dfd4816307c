package dev.newswire.integration.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newswire.cli.audit.TopicReader;
import dev.newswire.platform.topic.Topics;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int ARTICLES = 5_000;
    private static final int SOURCES = 25;
    private static final long ENOUGH_TO_BE_IN_THE_MIDDLE = 300;

    @TempDir
    Path folder;

    private final List<String> ports = new ArrayList<>();

    @Test
    void killedInTheMiddleNothingIsLostAndNothingIsDoubled() throws Exception {
        Path articles = write(folder.resolve("articles.ndjson"));
        choosePorts();
        ChildProcess first = ChildProcess.start(folder.resolve("first.log"), local("--once", articles.toString()));
        await().atMost(PATIENCE).until(() -> published() > ENOUGH_TO_BE_IN_THE_MIDDLE);
        assertThat(first.isAlive()).as(first.output()).isTrue();
        List<ProcessHandle> orphans = first.kill();
        await().atMost(PATIENCE).until(() -> orphans.stream().noneMatch(ProcessHandle::isAlive));

        ChildProcess second = ChildProcess.start(folder.resolve("second.log"), local(articles.toString()));
        await().atMost(PATIENCE).until(() -> second.output().contains("Ctrl-C stops all of it") || !second.isAlive());
        assertThat(second.output()).as(log()).contains("Reconciled").doesNotContain("Exception");
        FeedContents feeds = FeedContents.read(kafka());
        assertThat(feeds.duplicates()).isEmpty();
        assertThat(feeds.sizesThatDiffer()).isEmpty();
        for (int source = 0; source < SOURCES; source++) {
            assertThat(feeds.articlesIn("source/source-" + source)).hasSize(ARTICLES / SOURCES);
        }
        List<ProcessHandle> children = second.interrupt();
        second.awaitExit();
        await().atMost(PATIENCE).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("data").resolve("logs").resolve("newswire.log"));
    }

    private long published() {
        Set<String> keys = new TreeSet<>();
        try (TopicReader reader = new TopicReader(kafka(), List.of(Topics.FATE.name()))) {
            reader.readToEnd(record -> keys.add(record.key()));
        } catch (KafkaException e) {
            // Not up yet.
            return 0;
        }
        return keys.size();
    }

    private Map<String, Object> kafka() {
        return Map.of(
                "bootstrap.servers", "127.0.0.1:" + ports.get(0),
                "schema.registry.url", "http://127.0.0.1:" + ports.get(1) + "/apis/ccompat/v7",
                "default.api.timeout.ms", "2000",
                "request.timeout.ms", "1000",
                "socket.connection.setup.timeout.ms", "1000");
    }

    private void choosePorts() throws IOException {
        for (int i = 0; i < 5; i++) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                ports.add(Integer.toString(socket.getLocalPort()));
            }
        }
    }

    private List<String> local(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "local",
                "--data",
                folder.resolve("data").toString(),
                "--kafka-port",
                ports.get(0),
                "--registry-port",
                ports.get(1),
                "--http-port",
                ports.get(2),
                "--ingest-port",
                ports.get(3),
                "--enrich-port",
                ports.get(4)));
        arguments.addAll(List.of(more));
        return arguments;
    }

    private static Path write(Path file) throws IOException {
        Random random = new Random(42);
        ObjectMapper json = new ObjectMapper();
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (int i = 0; i < ARTICLES; i++) {
                Map<String, Object> article = new HashMap<>();
                article.put("source", "source-" + i % SOURCES);
                article.put("id", "article-" + i);
                article.put("title", "Council " + random.nextInt(1_000_000) + " reports on matter " + i);
                article.put("body", sentences(random));
                writer.write(json.writeValueAsString(article));
                writer.newLine();
            }
        }
        return file;
    }

    /** Words of four syllables out of forty million: few articles share one, so that links stay cheap. */
    private static String sentences(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            for (int syllable = 0; syllable < 4; syllable++) {
                text.append("bcdfghklmnprstvz".charAt(random.nextInt(16))).append("aeiou".charAt(random.nextInt(5)));
            }
            text.append(i % 10 == 9 ? ". " : " ");
        }
        return text.toString();
    }
}
