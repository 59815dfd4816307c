package dev.newswire.cli;

import dev.newswire.platform.config.Settings;
import dev.newswire.platform.provision.Change;
import dev.newswire.platform.provision.SchemaProvisioner;
import dev.newswire.platform.provision.TopicProvisioner;
import dev.newswire.platform.registry.RegistryClient;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "topics",
        description =
                "Show what differs between the catalogue of topics and schemas and what is there; --apply makes it so.",
        mixinStandardHelpOptions = true)
final class TopicsCommand implements Callable<Integer> {
    @Mixin
    private Connection connection = new Connection();

    @Option(names = "--apply", description = "Create topics, mend their configuration, register schemas.")
    private boolean apply;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "${env:NEWSWIRE_PARTITIONS:-12}",
            description = "Partitions of every topic (default: 12).")
    private int partitions;

    @Option(
            names = "--replication-factor",
            paramLabel = "N",
            description = "Replicas of new topics (default: the broker's).")
    private @Nullable Short replication;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        Settings settings = connection.settings();
        PrintWriter out = spec.commandLine().getOut();
        try (Admin admin = Admin.create(settings.kafka())) {
            TopicProvisioner topics = new TopicProvisioner(admin, partitions, Optional.ofNullable(replication));
            SchemaProvisioner schemas = new SchemaProvisioner(RegistryClient.from(settings.kafka()));
            List<Change> changes = new ArrayList<>(apply ? topics.apply() : topics.plan());
            changes.addAll(apply ? schemas.apply() : schemas.plan());
            changes.forEach(out::println);
            out.println(summary(changes));
            return 0;
        }
    }

    private String summary(List<Change> changes) {
        long manual = changes.stream()
                .filter(change -> change.kind() == Change.Kind.MANUAL)
                .count();
        long made = changes.size() - manual;
        if (changes.isEmpty()) {
            return "Nothing differs.";
        }
        String left = manual == 0 ? "" : " " + manual + " left to you (marked !).";
        return (apply ? made + " changes made." : made + " changes to make: run again with --apply.") + left;
    }
}
