package dev.newswire.integration.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.newswire.cli.audit.TopicReader;
import dev.newswire.platform.topic.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Types commands, each a process of its own, sends articles, and breaks topics of definitions. */
final class Operator {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path folder;
    private int files;

    /** @param folder for what is sent and said */
    Operator(Path folder) {
        this.folder = folder;
    }

    /** Runs a command that must succeed; gives what it says. */
    String newswire(LocalFixture pipeline, String... arguments) throws Exception {
        Cli cli = Cli.of(pipeline.settings());
        List<String> all = Stream.concat(
                        Stream.of(arguments),
                        Stream.of("--bootstrap-server", cli.bootstrapServers(), "--registry-url", cli.registryUrl()))
                .toList();
        ChildProcess process = ChildProcess.start(folder.resolve("typed-" + files++ + ".log"), all);
        assertThat(process.awaitExit()).as("%s: %s", all, process.output()).isZero();
        return process.output();
    }

    /** Sends an article in English and waits until it has met its fate. */
    void send(LocalFixture pipeline, String id, String title, String body) throws IOException, InterruptedException {
        Path file = folder.resolve("article-" + files++ + ".ndjson");
        Files.writeString(
                file,
                "{\"source\":\"example\",\"id\":\"" + id + "\",\"language\":\"en\",\"title\":\"" + title
                        + "\",\"body\":\"" + body + "\"}\n");
        pipeline.send(List.of(file));
    }

    /** Writes bytes that are no value of a topic; returns the reasons of the dead letters that come of it. */
    List<String> poison(LocalFixture pipeline, Topic<?> topic, Topic<?> deadLetters) {
        Map<String, Object> kafka = pipeline.settings().kafka();
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic.name(), "poison", new byte[] {9, 9, 9}));
        }
        List<String> reasons = new ArrayList<>();
        try (TopicReader reader = new TopicReader(kafka, List.of(deadLetters.name()))) {
            await().atMost(PATIENCE).until(() -> {
                reader.readToEnd(record -> reasons.add(new String(
                        record.headers().lastHeader("__streams.errors.message").value(), StandardCharsets.UTF_8)));
                return !reasons.isEmpty();
            });
        }
        return reasons;
    }
}
