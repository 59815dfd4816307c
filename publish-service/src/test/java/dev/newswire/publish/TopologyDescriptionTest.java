package dev.newswire.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopologyDescriptionTest {
    @Test
    void topologyIsTheOneThatWasReviewed(@TempDir Path folder) throws IOException {
        try (PublishHarness publish = new PublishHarness(folder)) {
            assertThat(publish.topology().get().describe().toString()).isEqualToNormalizingNewlines(golden());
        }
    }

    private static String golden() throws IOException {
        try (InputStream in = TopologyDescriptionTest.class.getResourceAsStream("topology.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
