package dev.newswire.cli.entities;

import dev.newswire.cli.client.ValueTopic;
import dev.newswire.enrich.entity.DefinitionRules;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.EntityDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The topic of definitions: read whole, written one by one. */
public final class DefinitionTopic {
    private final ValueTopic<EntityDefinition> topic;

    /** @param kafka client properties */
    public DefinitionTopic(Map<String, Object> kafka) {
        this.topic = new ValueTopic<>(
                kafka,
                Topics.ENTITY_DEFINITION,
                (id, definition) -> DefinitionRules.mistake(id, definition).isEmpty());
    }

    /**
     * The definitions that hold now, by id. As the services do, it looks at the newest record of each key alone.
     *
     * @throws dev.newswire.platform.config.SettingException if the topic is not there
     */
    public Map<String, EntityDefinition> read() {
        return topic.read();
    }

    /** Writes definitions; returns when the broker has all of them. */
    public void put(List<EntityDefinition> definitions) {
        Map<String, @Nullable EntityDefinition> values = new HashMap<>();
        definitions.forEach(definition -> values.put(definition.getEntityId(), definition));
        topic.write(values);
    }

    /** Takes back what is defined under these ids; returns when the broker has all of it. */
    public void remove(List<String> entityIds) {
        Map<String, @Nullable EntityDefinition> values = new HashMap<>();
        entityIds.forEach(id -> values.put(id, null));
        topic.write(values);
    }
}
