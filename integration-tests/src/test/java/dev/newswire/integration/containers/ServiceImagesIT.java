package dev.newswire.integration.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newswire.integration.stack.ServiceImages;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceImagesIT {
    private static final String USER = "10001:10001";

    @BeforeAll
    static void build() {
        ServiceImages.build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest-service", "enrich-service", "publish-service"})
    void aServiceRunsAsNobodySaysWhatItIsAndHowItIs(String service) throws IOException {
        JsonNode config = inspect("newswire/" + service).path("Config");
        assertThat(config.path("User").asText()).isEqualTo(USER);
        assertThat(config.path("Entrypoint").get(0).asText())
                .as("java is the first process, and gets the signals")
                .isEqualTo("java");
        assertThat(config.path("Healthcheck").path("Test").toString()).contains("/app/healthcheck");
        assertThat(config.path("Labels").path("org.opencontainers.image.title").asText())
                .isEqualTo("newswire " + service);
        for (String label : List.of("description", "version", "revision", "licenses", "base.name")) {
            assertThat(config.path("Labels")
                            .path("org.opencontainers.image." + label)
                            .asText())
                    .as(label)
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest-service", "enrich-service", "publish-service", "cli"})
    void classesComeFromTheArchive(String image) {
        String loaded = ServiceImages.run(List.of(
                "docker",
                "run",
                "--rm",
                "--entrypoint",
                "java",
                "newswire/" + image,
                "-XX:SharedArchiveFile=/app/newswire.jsa",
                "-Xshare:auto",
                "-Xlog:class+load",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                "/app/newswire.jar",
                "--help"));
        assertThat(loaded).contains("shared objects file (top)").contains("Usage:");
    }

    @Test
    void theFilesOfAServiceCannotBeChangedByIt() {
        String answer = ServiceImages.run(List.of(
                "docker",
                "run",
                "--rm",
                "--entrypoint",
                "bash",
                "newswire/enrich-service",
                "-c",
                "id -u; test -w /var/lib/newswire && echo state; find /app -writable"));
        assertThat(answer.lines()).containsExactly("10001", "state");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest-service", "enrich-service", "publish-service"})
    void aServiceWithoutItsBrokerEndsWithinSecondsOfTheSignal(String service) throws IOException {
        String id = ServiceImages.run(
                        List.of("docker", "run", "-d", "-e", "NEWSWIRE_INGEST_TOKENS=off", "newswire/" + service))
                .strip();
        try {
            await("it is alive")
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> inspect(id)
                            .path("State")
                            .path("Health")
                            .path("Status")
                            .asText()
                            .equals("healthy"));
            // Whatever has not ended by then is killed, and would end with 137.
            ServiceImages.run(List.of("docker", "stop", "--time", "20", id));
            assertThat(inspect(id).path("State").path("ExitCode").asInt()).isEqualTo(143);
        } finally {
            ServiceImages.run(List.of("docker", "rm", "--force", id));
        }
    }

    @Test
    void unchangedInputGivesTheSameLayers() throws IOException {
        ServiceImages.run(List.of(
                ServiceImages.home().resolve("ops/images/services").toString(),
                "--no-cache",
                "--tag",
                "again",
                "publish-service"));
        try {
            List<String> first = layers("newswire/publish-service");
            List<String> second = layers("newswire/publish-service:again");
            // The archive of classes, the last of them, depends on how threads race at its making.
            assertThat(second.subList(0, second.size() - 1)).isEqualTo(first.subList(0, first.size() - 1));
        } finally {
            ServiceImages.run(List.of("docker", "rmi", "newswire/publish-service:again"));
        }
    }

    private static List<String> layers(String image) throws IOException {
        List<String> layers = new ArrayList<>();
        inspect(image).path("RootFS").path("Layers").forEach(layer -> layers.add(layer.asText()));
        return layers;
    }

    private static JsonNode inspect(String name) throws IOException {
        return new ObjectMapper()
                .readTree(ServiceImages.run(List.of("docker", "inspect", name)))
                .get(0);
    }
}
