package dev.newswire.platform.provision;

import dev.newswire.platform.topic.Topic;
import dev.newswire.platform.topic.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates the topics of the catalogue and mends their configuration. */
public final class TopicProvisioner {
    private static final Logger LOG = LoggerFactory.getLogger(TopicProvisioner.class);
    private final Admin admin;
    private final int partitions;
    private final Optional<Short> replication;

    /**
     * @param partitions of every topic: they are co-partitioned by key
     * @param replication factor of new topics; empty leaves it to the broker
     */
    public TopicProvisioner(Admin admin, int partitions, Optional<Short> replication) {
        this.admin = admin;
        this.partitions = partitions;
        this.replication = replication;
    }

    /** What differs; nothing is changed. */
    public List<Change> plan() {
        Map<String, TopicDescription> existing = describe();
        Map<String, Config> configurations = configurations(existing.keySet());
        List<Change> changes = new ArrayList<>();
        for (Topic<?> topic : Topics.ALL) {
            TopicDescription description = existing.get(topic.name());
            if (description == null) {
                changes.add(new Change(
                        Change.Kind.CREATE, topic.name(), partitions + " partitions, " + topic.configuration()));
                continue;
            }
            comparePartitions(description).ifPresent(changes::add);
            Map<String, String> drift = drift(topic, configurations.get(topic.name()));
            if (!drift.isEmpty()) {
                changes.add(new Change(Change.Kind.ALTER, topic.name(), "set " + drift));
            }
        }
        return changes;
    }

    /** Makes what differs as the catalogue says, where that moves no data; returns what {@link #plan()} found. */
    public List<Change> apply() {
        List<Change> changes = plan();
        Map<String, Topic<?>> byName = Topics.ALL.stream().collect(Collectors.toMap(Topic::name, topic -> topic));
        List<NewTopic> created = new ArrayList<>();
        Map<ConfigResource, Collection<AlterConfigOp>> altered = new HashMap<>();
        for (Change change : changes) {
            Topic<?> topic = byName.get(change.subject());
            if (topic == null) {
                continue;
            }
            switch (change.kind()) {
                case CREATE -> created.add(newTopic(topic));
                case ALTER -> altered.put(resource(topic.name()), settings(topic));
                case MANUAL -> {
                    // The operator decides.
                }
            }
        }
        admin.createTopics(created).values().values().forEach(TopicProvisioner::awaitCreation);
        get(admin.incrementalAlterConfigs(altered).all());
        return changes;
    }

    private Map<String, TopicDescription> describe() {
        Set<String> present = get(admin.listTopics().names());
        List<String> ours =
                Topics.ALL.stream().map(Topic::name).filter(present::contains).toList();
        return get(admin.describeTopics(ours).allTopicNames());
    }

    private Map<String, Config> configurations(Set<String> names) {
        List<ConfigResource> resources =
                names.stream().map(TopicProvisioner::resource).toList();
        Map<String, Config> configurations = new HashMap<>();
        get(admin.describeConfigs(resources).all())
                .forEach((resource, config) -> configurations.put(resource.name(), config));
        return configurations;
    }

    private Optional<Change> comparePartitions(TopicDescription description) {
        int actual = description.partitions().size();
        if (actual == partitions) {
            return Optional.empty();
        }
        return Optional.of(new Change(
                Change.Kind.MANUAL,
                description.name(),
                "has " + actual + " partitions, not " + partitions
                        + "; a change would move keys, so it is left alone"));
    }

    private static Map<String, String> drift(Topic<?> topic, @Nullable Config actual) {
        Map<String, String> drift = new java.util.TreeMap<>(topic.configuration());
        drift.entrySet().removeIf(wanted -> {
            ConfigEntry entry = actual == null ? null : actual.get(wanted.getKey());
            return entry != null && wanted.getValue().equals(entry.value());
        });
        return drift;
    }

    private NewTopic newTopic(Topic<?> topic) {
        return new NewTopic(topic.name(), Optional.of(partitions), replication).configs(topic.configuration());
    }

    private static Collection<AlterConfigOp> settings(Topic<?> topic) {
        return topic.configuration().entrySet().stream()
                .map(entry ->
                        new AlterConfigOp(new ConfigEntry(entry.getKey(), entry.getValue()), AlterConfigOp.OpType.SET))
                .toList();
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    /** Another provisioner may have been quicker: what is wanted is there. */
    private static void awaitCreation(KafkaFuture<Void> creation) {
        try {
            get(creation);
        } catch (TopicExistsException e) {
            LOG.debug("A topic was created meanwhile", e);
        }
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException failure ? failure : new KafkaException(e.getCause());
        }
    }
}
