package dev.newswire.integration.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.newswire.platform.provision.SchemaProvisioner;
import dev.newswire.platform.registry.RegistryClient;
import dev.newswire.platform.registry.RegistryUnavailableException;
import dev.newswire.platform.serde.AvroTopicSerdes;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.ArticleFate;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/** A registry that takes connections and does not answer: the worst kind of absence. */
@Testcontainers
class RegistryOutageIT {
    @Container
    private static final RegistryContainer REGISTRY = new RegistryContainer();

    private final ArticleFate fate;
    private boolean paused;

    RegistryOutageIT() throws Exception {
        fate = new RandomRecords(3).next(ArticleFate.class);
    }

    @BeforeEach
    void provision() {
        new SchemaProvisioner(RegistryClient.from(patience("60000"))).apply();
    }

    @AfterEach
    void resume() {
        if (paused) {
            REGISTRY.resume();
            paused = false;
        }
    }

    @Test
    void whatIsKnownNeedsNoRegistry() {
        try (Serde<ArticleFate> serde = serde("60000")) {
            roundTrip(serde);
            pause();
            assertThat(roundTrip(serde)).isEqualTo(fate);
        }
    }

    @Test
    void whatIsUnknownWaitsUntilTheRegistryIsBack() {
        pause();
        try (Serde<ArticleFate> serde = serde("60000")) {
            CompletableFuture<ArticleFate> result = CompletableFuture.supplyAsync(() -> roundTrip(serde));
            await().during(Duration.ofSeconds(2)).until(() -> !result.isDone());

            resume();

            assertThat(result).succeedsWithin(Duration.ofSeconds(60)).isEqualTo(fate);
        }
    }

    @Test
    void patienceEndsWithAFailureThatDoesNotBlameTheRecord() {
        byte[] bytes;
        try (Serde<ArticleFate> serde = serde("60000")) {
            bytes = serde.serializer().serialize(Topics.FATE.name(), fate);
        }
        pause();
        try (Serde<ArticleFate> fresh = serde("0")) {
            assertThatThrownBy(() -> fresh.deserializer().deserialize(Topics.FATE.name(), bytes))
                    .matches(RegistryUnavailableException::isCauseOf, "says that the registry is away");
        }
    }

    private void pause() {
        REGISTRY.pause();
        paused = true;
    }

    private ArticleFate roundTrip(Serde<ArticleFate> serde) {
        byte[] bytes = serde.serializer().serialize(Topics.FATE.name(), fate);
        return serde.deserializer().deserialize(Topics.FATE.name(), bytes);
    }

    private static Serde<ArticleFate> serde(String patienceMs) {
        return AvroTopicSerdes.from(patience(patienceMs)).of(Topics.FATE);
    }

    private static Map<String, Object> patience(String milliseconds) {
        return Map.of("schema.registry.url", REGISTRY.url(), "newswire.registry.retry.timeout.ms", milliseconds);
    }
}
