package dev.newswire.cli.operate;

import dev.newswire.platform.provision.Change;
import dev.newswire.platform.provision.TopicProvisioner;
import dev.newswire.platform.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartitionInfo;

/** The topics: against the catalogue, and whether their replicas are there. */
final class TopicCheck implements Check {
    private static final String APPLY = "newswire topics --apply";
    private final Admin admin;

    TopicCheck(Admin admin) {
        this.admin = admin;
    }

    @Override
    public List<Finding> findings() {
        Map<String, TopicDescription> topics = describe();
        TopicDescription raw = topics.get(Topics.RAW.name());
        if (raw == null) {
            return List.of(Finding.failure("topics", Topics.RAW.name() + " is not there", APPLY));
        }
        int brokers = Answers.of(admin.describeCluster().nodes()).size();
        List<Finding> findings = new ArrayList<>();
        // Whatever number the raw topic was made with is the right one for all.
        new TopicProvisioner(admin, raw.partitions().size(), Optional.empty())
                .plan()
                .forEach(change -> findings.add(finding(change)));
        topics.values().forEach(topic -> replicas(topic, brokers, findings));
        if (findings.isEmpty()) {
            findings.add(Finding.ok(
                    "topics",
                    topics.size() + " as in the catalogue, " + raw.partitions().size() + " partitions each"));
        }
        return findings;
    }

    private Map<String, TopicDescription> describe() {
        Set<String> present = Answers.of(admin.listTopics().names());
        List<String> ours = Topics.ALL.stream()
                .<String>map(topic -> topic.name())
                .filter(present::contains)
                .toList();
        return Answers.of(admin.describeTopics(ours).allTopicNames());
    }

    private static Finding finding(Change change) {
        return switch (change.kind()) {
            case CREATE -> Finding.failure(change.subject(), "is not there", APPLY);
            case ALTER -> Finding.warning(change.subject(), change.detail(), APPLY);
            case MANUAL ->
                Finding.failure(
                        change.subject(),
                        change.detail(),
                        "Topics whose keys belong together need equal numbers: docs/operations.md, section"
                                + " Partitions.");
        };
    }

    private static void replicas(TopicDescription topic, int brokers, List<Finding> findings) {
        List<TopicPartitionInfo> partitions = topic.partitions();
        long without = partitions.stream()
                .filter(partition ->
                        partition.leader() == null || partition.leader().isEmpty())
                .count();
        long behind = partitions.stream()
                .filter(partition ->
                        partition.isr().size() < partition.replicas().size())
                .count();
        if (without > 0) {
            findings.add(Finding.failure(
                    topic.name(),
                    without + " partitions have no leader",
                    "Start the brokers that hold them: kafka-topics.sh --describe --unavailable-partitions"));
        } else if (behind > 0) {
            findings.add(Finding.warning(
                    topic.name(),
                    behind + " partitions lack replicas",
                    "See which broker is away: kafka-topics.sh --describe --under-replicated-partitions"));
        }
        if (brokers > 1 && partitions.get(0).replicas().size() == 1) {
            findings.add(Finding.warning(
                    topic.name(),
                    "has one replica on a cluster of " + brokers + " brokers: the loss of a disk is the loss of news",
                    "Raise it with kafka-reassign-partitions.sh; new topics: newswire topics --apply"
                            + " --replication-factor 3"));
        }
    }
}
