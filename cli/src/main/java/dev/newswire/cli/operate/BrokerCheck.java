package dev.newswire.cli.operate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.server.common.MetadataVersion;

/** The cluster: whether it answers, its version, its disks. */
final class BrokerCheck implements Check {
    private static final double LITTLE = 0.1;
    private static final double GIBIBYTE = 1024.0 * 1024 * 1024;
    private final Admin admin;

    BrokerCheck(Admin admin) {
        this.admin = admin;
    }

    @Override
    public List<Finding> findings() {
        Collection<Node> nodes = Answers.of(admin.describeCluster().nodes());
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok("broker", nodes.size() + (nodes.size() == 1 ? " broker answers" : " brokers answer")));
        findings.add(version());
        disks(nodes.stream().map(Node::id).toList(), findings);
        return findings;
    }

    private Finding version() {
        FinalizedVersionRange range = Answers.of(admin.describeFeatures().featureMetadata())
                .finalizedFeatures()
                .get("metadata.version");
        if (range == null) {
            return Finding.failure(
                    "broker version",
                    "the cluster names no metadata version, so it is older than 4.0",
                    "Upgrade the brokers to Kafka 4.2 or newer: dead letters and named state need it.");
        }
        short level = range.maxVersionLevel();
        if (level < MetadataVersion.IBP_4_2_IV1.featureLevel()) {
            return Finding.warning(
                    "broker version",
                    "metadata version " + name(level) + "; Newswire is tested with 4.3",
                    "Upgrade the brokers, then: kafka-features.sh upgrade --release-version 4.3");
        }
        return Finding.ok("broker version", "metadata version " + name(level));
    }

    private void disks(List<Integer> brokers, List<Finding> findings) {
        Map<Integer, Map<String, LogDirDescription>> disks =
                Answers.of(admin.describeLogDirs(brokers).allDescriptions());
        disks.forEach((broker, folders) -> folders.forEach((folder, disk) -> {
            if (disk.error() != null) {
                findings.add(Finding.failure(
                        "disk of broker " + broker,
                        folder + ": " + disk.error().getMessage(),
                        "Replace the disk or free space, and restart the broker."));
            } else if (disk.totalBytes().isPresent() && disk.usableBytes().isPresent()) {
                findings.add(disk(
                        broker,
                        folder,
                        disk.usableBytes().getAsLong(),
                        disk.totalBytes().getAsLong()));
            }
        }));
    }

    private static Finding disk(int broker, String folder, long usable, long total) {
        String detail =
                String.format(Locale.ROOT, "%s: %.1f of %.1f GiB free", folder, usable / GIBIBYTE, total / GIBIBYTE);
        if (usable < total * LITTLE) {
            return Finding.warning(
                    "disk of broker " + broker,
                    detail,
                    "Add space, or shorten what is kept: docs/operations.md, section Retention.");
        }
        return Finding.ok("disk of broker " + broker, detail);
    }

    private static String name(short level) {
        try {
            return MetadataVersion.fromFeatureLevel(level).toString();
        } catch (IllegalArgumentException newer) {
            return "of level " + level + ", newer than this build knows";
        }
    }
}
