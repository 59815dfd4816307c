package dev.newswire.integration.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.newswire.platform.provision.Change;
import dev.newswire.platform.provision.TopicProvisioner;
import dev.newswire.platform.topic.Topic;
import dev.newswire.platform.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;

@Testcontainers
class TopicProvisioningIT {
    @Container
    private static final KafkaContainer BROKER = Broker.container();

    private final Admin admin =
            Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, BROKER.getBootstrapServers()));
    private final TopicProvisioner provisioner = new TopicProvisioner(admin, 3, Optional.of((short) 1));

    @AfterEach
    void removeEveryTopic() throws Exception {
        try (admin) {
            admin.deleteTopics(topicNames()).all().get();
            await().until(() -> topicNames().isEmpty());
        }
    }

    @Test
    void planningNamesEveryMissingTopicAndCreatesNone() throws Exception {
        assertThat(provisioner.plan())
                .allMatch(change -> change.kind() == Change.Kind.CREATE)
                .extracting(Change::subject)
                .containsExactlyElementsOf(catalogue());
        assertThat(topicNames()).isEmpty();
    }

    @Test
    void everyTopicIsCreatedAsTheCatalogueSays() throws Exception {
        provision();

        assertThat(topicNames()).containsExactlyInAnyOrderElementsOf(catalogue());
        for (Topic<?> topic : Topics.ALL) {
            assertThat(partitions(topic.name())).as(topic.name()).isEqualTo(3);
            assertThat(configuration(topic)).isEqualTo(topic.configuration());
        }
    }

    @Test
    void provisioningTwiceChangesNothing() {
        provision();

        assertThat(provisioner.plan()).isEmpty();
        assertThat(provisioner.apply()).isEmpty();
    }

    @Test
    void anEmptyReplicationFactorIsTheBrokers() throws Exception {
        new TopicProvisioner(admin, 3, Optional.empty()).apply();

        await().untilAsserted(() -> assertThat(topicNames()).hasSameSizeAs(Topics.ALL));
        assertThat(provisioner.plan()).isEmpty();
    }

    @Test
    void aTopicThatWentMissingIsMadeAgainAndTheOthersAreLeftAlone() throws Exception {
        provision();
        admin.deleteTopics(List.of(Topics.FATE.name())).all().get();
        await().until(() -> !topicNames().contains(Topics.FATE.name()));

        assertThat(provisioner.apply()).extracting(Change::subject).containsExactly(Topics.FATE.name());
        await().untilAsserted(() -> assertThat(provisioner.plan()).isEmpty());
    }

    @Test
    void aSettingThatSomebodyChangedIsShownAndSetBack() throws Exception {
        provision();
        set(Topics.RAW, "cleanup.policy", "delete");

        assertThat(provisioner.apply()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Change.Kind.ALTER);
            assertThat(change.subject()).isEqualTo(Topics.RAW.name());
            assertThat(change.detail()).contains("cleanup.policy=compact");
        });
        await().untilAsserted(() -> assertThat(configuration(Topics.RAW)).isEqualTo(Topics.RAW.configuration()));
    }

    @Test
    void aSettingOfTheOperatorsOwnIsKept() throws Exception {
        provision();
        set(Topics.RAW, "segment.bytes", "20000000");

        assertThat(provisioner.apply()).isEmpty();
        assertThat(allConfiguration(Topics.RAW).get("segment.bytes").value()).isEqualTo("20000000");
    }

    @Test
    void anotherNumberOfPartitionsIsLeftToTheOperator() throws Exception {
        NewTopic narrow = new NewTopic(Topics.RAW.name(), 1, (short) 1).configs(Topics.RAW.configuration());
        create(narrow);

        assertThat(provisioner.apply())
                .filteredOn(change -> change.subject().equals(Topics.RAW.name()))
                .singleElement()
                .satisfies(change -> assertThat(change.kind()).isEqualTo(Change.Kind.MANUAL));
        assertThat(partitions(Topics.RAW.name())).isEqualTo(1);
        awaitTopics(catalogue());
    }

    @Test
    void aTopicOfSomebodyElseIsLeftAlone() throws Exception {
        create(new NewTopic("somebody.elses", 1, (short) 1));

        assertThat(provisioner.apply()).extracting(Change::subject).doesNotContain("somebody.elses");
        awaitTopics(catalogue());
        assertThat(topicNames()).contains("somebody.elses");
    }

    private void provision() {
        provisioner.apply();
        awaitTopics(catalogue());
    }

    private void create(NewTopic topic) throws ExecutionException, InterruptedException {
        admin.createTopics(List.of(topic)).all().get();
        awaitTopics(List.of(topic.name()));
    }

    /** The controller acknowledges a topic before the broker that is asked has heard of it. */
    private void awaitTopics(List<String> names) {
        await().until(() -> topicNames().containsAll(names));
    }

    private static List<String> catalogue() {
        return Topics.ALL.stream().<String>map(Topic::name).toList();
    }

    private Set<String> topicNames() throws ExecutionException, InterruptedException {
        return admin.listTopics().names().get();
    }

    private int partitions(String topic) throws ExecutionException, InterruptedException {
        TopicDescription description =
                only(admin.describeTopics(List.of(topic)).allTopicNames().get());
        return description.partitions().size();
    }

    /** What the broker says about the settings that the catalogue cares for. */
    private Map<String, String> configuration(Topic<?> topic) throws ExecutionException, InterruptedException {
        Config actual = allConfiguration(topic);
        Map<String, String> values = new TreeMap<>();
        topic.configuration()
                .keySet()
                .forEach(name -> values.put(name, actual.get(name).value()));
        return values;
    }

    private Config allConfiguration(Topic<?> topic) throws ExecutionException, InterruptedException {
        return only(admin.describeConfigs(List.of(resource(topic))).all().get());
    }

    private static <V> V only(Map<?, V> answer) {
        return answer.values().iterator().next();
    }

    private void set(Topic<?> topic, String name, String value) throws ExecutionException, InterruptedException {
        AlterConfigOp operation = new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(resource(topic), List.of(operation)))
                .all()
                .get();
        await().until(() -> allConfiguration(topic).get(name).value().equals(value));
    }

    private static ConfigResource resource(Topic<?> topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }
}
