package dev.newswire.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.platform.config.Settings;
import dev.newswire.platform.testing.RegistryStub;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnrichTopologyTest {
    private static final Path GOLDEN = Path.of("src/test/resources/dev/newswire/enrich/topology.txt");

    /** After a wanted change copy target/topology.txt over the golden file. */
    @Test
    void topologyIsTheOneWrittenDown() throws IOException {
        String described = describe();
        Files.writeString(Path.of("target/topology.txt"), described);

        assertThat(described).isEqualTo(Files.readString(GOLDEN, StandardCharsets.UTF_8));
    }

    private static String describe() {
        try (RegistryStub registry = RegistryStub.provisioned()) {
            Settings settings = Settings.of(Map.of("KAFKA_SCHEMA_REGISTRY_URL", registry.url()));
            return EnrichHarness.topology(
                            settings,
                            EnrichHarness.properties(settings),
                            registry.serdes(),
                            new ListedNames(),
                            new SimpleMeterRegistry())
                    .describe()
                    .toString();
        }
    }
}
