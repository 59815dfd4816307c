package dev.newswire.integration.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.platform.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Runs every command that docs/operations.md shows, so that it cannot go stale. */
@ExtendWith(SharedPipeline.class)
class OperationsIT {
    private final LocalFixture pipeline;

    @TempDir
    private Path folder;

    OperationsIT(LocalFixture pipeline) {
        this.pipeline = pipeline;
    }

    @Test
    void commandsForARunningPipelineWork() throws Exception {
        pipeline.sendAndForget(LocalFixture.seeds().subList(0, 1));
        DocumentedCommands commands = DocumentedCommands.ofOperations("sh", Cli.of(pipeline.settings()), config());
        int run = 0;
        for (List<String> command : commands.list()) {
            if (command.get(0).equals("kcat")) {
                continue;
            }
            DocumentedCommands.Outcome outcome = commands.run(command);
            // The doctor looks for services on their standard ports, which a test leaves to others; and other tests
            // leave
            // letters that are not to be sent again.
            if (!command.contains("doctor") && !command.contains("redrive")) {
                assertThat(outcome.code())
                        .as("%s%n%s", command, outcome.output())
                        .isZero();
            }
            assertThat(outcome.output()).as(command.toString()).doesNotContain("Unknown option", "is not a recognized");
            run++;
        }
        assertThat(run).isGreaterThan(15);
    }

    @Test
    void commandsThatResetWorkWhereNobodyReads() throws Exception {
        try (ServersFixture servers = ServersFixture.start(folder.resolve("servers"))) {
            try (Admin admin = Admin.create(servers.settings().kafka())) {
                commit(admin, "news-publish", Topics.ENRICHED.name(), Topics.RELATED.name());
                commit(admin, "news-ingest", Topics.INBOX.name());
            }
            DocumentedCommands commands =
                    DocumentedCommands.ofOperations("sh reset", Cli.of(servers.settings()), config());
            assertThat(commands.list()).hasSizeGreaterThan(3);
            for (List<String> command : commands.list()) {
                DocumentedCommands.Outcome outcome = commands.run(command);
                assertThat(outcome.code())
                        .as("%s%n%s", command, outcome.output())
                        .isZero();
                assertThat(outcome.output()).as(command.toString()).doesNotContain("Error");
            }
        }
    }

    private Path config() throws IOException {
        return Files.writeString(folder.resolve("client.properties"), "");
    }

    private static void commit(Admin admin, String group, String... topics) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (String topic : topics) {
            offsets.put(new TopicPartition(topic, 0), new OffsetAndMetadata(0));
        }
        admin.alterConsumerGroupOffsets(group, offsets).all().get();
    }
}
