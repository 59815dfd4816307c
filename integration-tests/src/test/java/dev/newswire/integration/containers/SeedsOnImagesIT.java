package dev.newswire.integration.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.newswire.cli.audit.Auditor;
import dev.newswire.cli.client.IngestClient;
import dev.newswire.cli.report.OutcomeReader;
import dev.newswire.integration.local.LocalFixture;
import dev.newswire.integration.local.OutcomeJson;
import dev.newswire.integration.stack.Brokers;
import dev.newswire.integration.stack.Node;
import dev.newswire.integration.stack.Probe;
import dev.newswire.integration.stack.ServiceImages;
import dev.newswire.integration.stack.Stack;
import dev.newswire.integration.stack.StackExtension;
import dev.newswire.platform.serde.AvroTopicSerdes;
import dev.newswire.platform.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The seeds through the built images and three brokers; the first to use the stack, so that nothing else is in it. */
@Order(1)
@ExtendWith(StackExtension.class)
class SeedsOnImagesIT {
    private final Stack stack;

    SeedsOnImagesIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void theSeedsGiveTheGoldenOutcomeOfOneProcessAlsoInContainers() throws IOException {
        String golden = Files.readString(ServiceImages.home().resolve("seeds/expected/outcome.json"));
        try (OutcomeReader outcome = new OutcomeReader(stack.kafka());
                Auditor auditor = new Auditor(stack.kafka(), AvroTopicSerdes.from(stack.kafka()))) {
            IngestClient client = IngestClient.from(stack.settings());
            for (Path seed : LocalFixture.seeds()) {
                client.send(seed, Optional.empty(), Optional.of(LocalFixture.FETCHED_AT));
            }
            await("the golden outcome")
                    .atMost(Node.PATIENCE)
                    .untilAsserted(() -> assertThat(OutcomeJson.of(outcome.read(), auditor.balance()))
                            .isEqualTo(golden));
            assertThat(auditor.balance().reconciles()).isTrue();
            assertThat(auditor.balance().repeated()).isZero();
        }
        assertThat(Probe.body(stack.services().publishUrl() + "/feeds/entity/Q7184.json"))
                .contains("\"items\"")
                .contains("NATO");
    }

    @Test
    void everyTopicHasThreeReplicasAndNeedsTwo() throws Exception {
        try (Admin admin = Admin.create(stack.kafka())) {
            for (TopicDescription topic : admin.describeTopics(
                            admin.listTopics().names().get())
                    .allTopicNames()
                    .get()
                    .values()) {
                assertThat(topic.partitions())
                        .as(topic.name())
                        .allSatisfy(
                                partition -> assertThat(partition.replicas()).hasSize(Brokers.COUNT));
            }
            ConfigResource raw = new ConfigResource(ConfigResource.Type.TOPIC, Topics.RAW.name());
            assertThat(admin.describeConfigs(List.of(raw)).all().get().values())
                    .singleElement()
                    .extracting(config -> config.get("min.insync.replicas").value())
                    .isEqualTo("2");
        }
    }
}
