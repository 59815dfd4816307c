package dev.newswire.integration.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs what docs/consumers.md has readers type into Kafka's console tools. */
@ExtendWith(SharedPipeline.class)
class ConsumersIT {
    private final LocalFixture pipeline;

    ConsumersIT(LocalFixture pipeline) {
        this.pipeline = pipeline;
    }

    @Test
    void consoleToolsShowTheKeysOfEntries() throws Exception {
        pipeline.sendAndForget(LocalFixture.seeds().subList(0, 1));
        Cli cli = Cli.of(pipeline.settings());
        DocumentedCommands commands =
                new DocumentedCommands("consumers.md", "sh", cli, Map.of("127.0.0.1:9092", cli.bootstrapServers()));

        assertThat(commands.list()).hasSize(1);
        List<String> command = new ArrayList<>(commands.list().get(0));
        // It would go on for ever.
        command.addAll(List.of("--max-messages", "5"));
        DocumentedCommands.Outcome outcome = commands.run(command);
        assertThat(outcome.code()).as(outcome.output()).isZero();
        assertThat(outcome.output().lines().filter(line -> line.matches("[^|]+\\|[0-9A-Z]{26}")))
                .as(outcome.output())
                .hasSize(5);
    }
}
