package dev.newswire.integration.containers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.platform.provision.TopicProvisioner;
import dev.newswire.platform.topic.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.kafka.KafkaContainer;

/** Runs the lines of docs/operations.md that call kcat; ops/tools/prepare fetches it. */
class KcatIT {
    private static final Path HOME = Path.of(System.getProperty("newswire.home", ".."));
    private static final Path KCAT = HOME.resolve("ops/tools/work/bin/kcat");

    @TempDir
    private Path folder;

    @Test
    void everyLineThatCallsKcatWorks() throws Exception {
        assertThat(KCAT).as("run ops/tools/prepare").exists();
        try (KafkaContainer broker = Broker.container()) {
            broker.start();
            fill(Map.of("bootstrap.servers", broker.getBootstrapServers()));
            List<String> lines = lines(broker.getBootstrapServers());
            assertThat(lines).hasSizeGreaterThan(3);
            for (String line : lines) {
                Path output = folder.resolve("output");
                Process process = new ProcessBuilder("bash", "-c", line)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                assertThat(process.waitFor())
                        .as(line + "\n" + Files.readString(output))
                        .isZero();
                assertThat(Files.readString(output)).as(line).isNotBlank();
            }
        }
    }

    private static void fill(Map<String, Object> kafka) throws Exception {
        try (Admin admin = Admin.create(kafka)) {
            new TopicProvisioner(admin, 1, Optional.empty()).apply();
        }
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(kafka, new StringSerializer(), new StringSerializer())) {
            for (String topic : List.of(Topics.RAW.name(), Topics.FEED_ENTRY.name(), Topics.FATE.name())) {
                ProducerRecord<String, String> record = new ProducerRecord<>(topic, "key", "value");
                record.headers().add("ce_id", "1".getBytes(StandardCharsets.UTF_8));
                producer.send(record).get();
            }
        }
    }

    private static List<String> lines(String broker) throws IOException {
        List<String> lines = new ArrayList<>();
        boolean isCommand = false;
        for (String line : Files.readAllLines(HOME.resolve("docs/operations.md"))) {
            if (line.startsWith("```")) {
                isCommand = line.startsWith("```sh");
            } else if (isCommand && line.startsWith("kcat ")) {
                lines.add(line.replaceFirst("^kcat", KCAT.toAbsolutePath().toString())
                        .replace("$BROKER", broker));
            }
        }
        return lines;
    }
}
