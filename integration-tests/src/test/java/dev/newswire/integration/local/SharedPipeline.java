package dev.newswire.integration.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One pipeline for all tests that ask for a {@link LocalFixture} and do not mind what others sent. */
final class SharedPipeline implements ParameterResolver {
    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(SharedPipeline.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LocalFixture.class;
    }

    @Override
    public LocalFixture resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(OURS)
                .getOrComputeIfAbsent("pipeline", key -> new Running(), Running.class)
                .pipeline;
    }

    /** Runs until the last test is over. */
    static final class Running implements AutoCloseable {
        private final Path folder = folder();
        // Some meters of Kafka Streams are there at this level alone.
        private final LocalFixture pipeline = LocalFixture.start(
                folder.resolve("data"),
                Map.of(
                        "KAFKA_METRICS_RECORDING_LEVEL",
                        "DEBUG",
                        "NEWSWIRE_INGEST_SOURCES_FILE",
                        sources(folder).toString()));

        @Override
        public void close() throws IOException {
            pipeline.close();
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }

        /** One that is not on the public Internet, so that it is refused without being asked. */
        private static Path sources(Path folder) {
            try {
                return Files.writeString(
                        folder.resolve("sources.yaml"), "sources:\n  - {id: refused, url: \"http://127.0.0.1:80/\"}\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Path folder() {
            try {
                return Files.createTempDirectory("newswire-shared");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
