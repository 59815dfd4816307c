package dev.newswire.cli.operate;

import dev.newswire.platform.provision.SchemaProvisioner;
import dev.newswire.platform.registry.RegistryClient;
import dev.newswire.platform.topic.Topic;
import dev.newswire.platform.topic.Topics;
import java.util.List;

/** The registry: whether it answers, and whether it knows the schemas and their compatibility levels. */
final class RegistryCheck implements Check {
    private final RegistryClient registry;

    RegistryCheck(RegistryClient registry) {
        this.registry = registry;
    }

    @Override
    public List<Finding> findings() {
        if (!registry.answers()) {
            return List.of(Finding.failure(
                    "registry",
                    "does not answer",
                    "Start it, or name it with --registry-url (KAFKA_SCHEMA_REGISTRY_URL). Services wait for it."));
        }
        List<Finding> findings = new SchemaProvisioner(registry)
                .plan().stream()
                        .map(change -> Finding.warning(change.subject(), change.detail(), "newswire topics --apply"))
                        .toList();
        if (!findings.isEmpty()) {
            return findings;
        }
        long schemas = Topics.ALL.stream().filter(Topic::hasSchema).count();
        return List.of(Finding.ok("registry", "answers, and knows all " + schemas + " schemas, FULL_TRANSITIVE"));
    }
}
