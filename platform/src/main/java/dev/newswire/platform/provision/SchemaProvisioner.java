package dev.newswire.platform.provision;

import dev.newswire.platform.registry.RegistryClient;
import dev.newswire.platform.registry.RegistryException;
import dev.newswire.platform.topic.Topic;
import dev.newswire.platform.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificData;

/** Registers the schema of every topic and sets its compatibility level. */
public final class SchemaProvisioner {
    private static final String LEVEL = "FULL_TRANSITIVE";
    private final RegistryClient registry;

    /** @param registry to bring up to date */
    public SchemaProvisioner(RegistryClient registry) {
        this.registry = registry;
    }

    /** What differs; nothing is changed. */
    public List<Change> plan() {
        List<Change> changes = new ArrayList<>();
        for (Topic<?> topic : Topics.ALL) {
            if (topic.hasSchema()) {
                compare(topic, changes);
            }
        }
        return changes;
    }

    /**
     * Registers what is missing and sets levels; returns what {@link #plan()} found.
     *
     * @throws RegistryException if the registry finds a schema incompatible with its history
     */
    public List<Change> apply() {
        List<Change> changes = plan();
        for (Topic<?> topic : Topics.ALL) {
            if (changes.stream().anyMatch(change -> change.subject().equals(topic.subject()))) {
                // The level comes second: some registries take none for a subject that they do not know.
                registry.register(topic.subject(), schema(topic));
                registry.compatibility(topic.subject(), LEVEL);
            }
        }
        return changes;
    }

    private void compare(Topic<?> topic, List<Change> changes) {
        if (registry.find(topic.subject(), schema(topic)).isEmpty()) {
            changes.add(new Change(Change.Kind.CREATE, topic.subject(), "register the schema of this build"));
        }
        String level = registry.compatibility(topic.subject()).orElse("none of its own");
        if (!level.equals(LEVEL)) {
            changes.add(new Change(Change.Kind.ALTER, topic.subject(), "compatibility " + level + " becomes " + LEVEL));
        }
    }

    private static String schema(Topic<?> topic) {
        return SpecificData.get().getSchema(topic.valueType()).toString();
    }
}
