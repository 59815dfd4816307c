package dev.newswire.integration.local;

import dev.newswire.platform.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The consumer in Java that docs/consumers.md shows, started as it says there. */
final class ConsumerExample implements AutoCloseable {
    private static final Pattern COMMAND = Pattern.compile("`(java [^`]*FeedConsumer\\.java) latest`");

    private final Process process;
    private final Path errors;

    private ConsumerExample(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
    }

    /**
     * Starts it for every feed.
     *
     * @param client settings of a client
     * @param report file for what it prints
     */
    static ConsumerExample start(Settings client, Path report) throws IOException {
        Matcher documented = COMMAND.matcher(DocumentedCommands.page("consumers.md"));
        if (!documented.find()) {
            throw new AssertionError("docs/consumers.md does not say how to start the consumer in Java");
        }
        List<String> command = new ArrayList<>(DocumentedCommands.words(documented.group(1)));
        command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Path errors = report.resolveSibling("consumer.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(DocumentedCommands.home().toFile())
                .redirectOutput(report.toFile())
                .redirectError(errors.toFile());
        Map<String, Object> kafka = client.kafka();
        builder.environment().put("KAFKA_BOOTSTRAP_SERVERS", String.valueOf(kafka.get("bootstrap.servers")));
        builder.environment().put("KAFKA_SCHEMA_REGISTRY_URL", String.valueOf(kafka.get("schema.registry.url")));
        return new ConsumerExample(builder.start(), errors);
    }

    /** What it complained of. */
    String errors() throws IOException {
        return Files.readString(errors);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
