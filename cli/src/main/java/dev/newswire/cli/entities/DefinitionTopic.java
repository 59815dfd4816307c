package dev.newswire.cli.entities;

import dev.newswire.cli.audit.TopicReader;
import dev.newswire.enrich.entity.DefinitionRules;
import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.registry.RegistryUnavailableException;
import dev.newswire.platform.serde.AvroTopicSerdes;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.EntityDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.AvroRuntimeException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The topic of definitions: read whole, written one by one. */
public final class DefinitionTopic {
    private static final String NAME = Topics.ENTITY_DEFINITION.name();

    private final Map<String, Object> kafka;
    private final AvroTopicSerdes serdes;

    /** @param kafka client properties */
    public DefinitionTopic(Map<String, Object> kafka) {
        this.kafka = kafka;
        this.serdes = AvroTopicSerdes.from(kafka);
    }

    /**
     * The definitions that hold now, by id. As the services do, it looks at the newest record of each key alone.
     *
     * @throws SettingException if the topic is not there
     */
    public Map<String, EntityDefinition> read() {
        Map<String, EntityDefinition> definitions = new TreeMap<>();
        try (TopicReader reader = new TopicReader(kafka, List.of(NAME));
                Deserializer<EntityDefinition> deserializer =
                        serdes.of(Topics.ENTITY_DEFINITION).deserializer()) {
            if (reader.ends().isEmpty()) {
                throw new SettingException(
                        "The topic " + NAME + " is not there: make it with `newswire topics --apply`.");
            }
            reader.readToEnd(record -> take(record, deserializer, definitions));
        }
        return definitions;
    }

    /** Writes definitions; returns when the broker has all of them. */
    public void put(List<EntityDefinition> definitions) {
        Map<String, @Nullable EntityDefinition> values = new HashMap<>();
        definitions.forEach(definition -> values.put(definition.getEntityId(), definition));
        write(values);
    }

    /** Takes back what is defined under these ids; returns when the broker has all of it. */
    public void remove(List<String> entityIds) {
        Map<String, @Nullable EntityDefinition> values = new HashMap<>();
        entityIds.forEach(id -> values.put(id, null));
        write(values);
    }

    private static void take(
            ConsumerRecord<String, byte[]> record,
            Deserializer<EntityDefinition> deserializer,
            Map<String, EntityDefinition> definitions) {
        if (record.key() == null) {
            return;
        }
        definitions.remove(record.key());
        try {
            EntityDefinition definition = deserializer.deserialize(NAME, record.value());
            if (definition != null
                    && DefinitionRules.mistake(record.key(), definition).isEmpty()) {
                definitions.put(record.key(), definition);
            }
        } catch (SerializationException | IllegalStateException | AvroRuntimeException e) {
            if (RegistryUnavailableException.isCauseOf(e)) {
                throw e;
            }
            // Poison: the enrich service has sent it to its dead letters.
        }
    }

    private void write(Map<String, @Nullable EntityDefinition> values) {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, "newswire-entities");
        try (KafkaProducer<String, EntityDefinition> producer = new KafkaProducer<>(
                properties,
                new StringSerializer(),
                serdes.of(Topics.ENTITY_DEFINITION).serializer())) {
            List<Future<?>> sent = new ArrayList<>();
            values.forEach((id, definition) -> sent.add(producer.send(new ProducerRecord<>(NAME, id, definition))));
            producer.flush();
            for (Future<?> one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException failure ? failure : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
