package dev.newswire.cli.client;

import dev.newswire.cli.audit.TopicReader;
import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.registry.RegistryUnavailableException;
import dev.newswire.platform.serde.AvroTopicSerdes;
import dev.newswire.platform.topic.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.BiPredicate;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.specific.SpecificRecord;
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

/**
 * A compacted topic of a few values that people look after: read whole, written one by one.
 *
 * @param <V> type of the values
 */
public final class ValueTopic<V extends SpecificRecord> {
    private final Map<String, Object> kafka;
    private final AvroTopicSerdes serdes;
    private final Topic<V> topic;
    private final BiPredicate<String, V> isUsable;

    /**
     * @param kafka client properties
     * @param isUsable whether the services let a value count under its key
     */
    public ValueTopic(Map<String, Object> kafka, Topic<V> topic, BiPredicate<String, V> isUsable) {
        this.kafka = kafka;
        this.serdes = AvroTopicSerdes.from(kafka);
        this.topic = topic;
        this.isUsable = isUsable;
    }

    /**
     * The values that hold now, by key. As the services do, it looks at the newest record of each key alone.
     *
     * @throws SettingException if the topic is not there
     */
    public Map<String, V> read() {
        Map<String, V> values = new TreeMap<>();
        try (TopicReader reader = new TopicReader(kafka, List.of(topic.name()));
                Deserializer<V> deserializer = serdes.of(topic).deserializer()) {
            if (reader.ends().isEmpty()) {
                throw new SettingException(
                        "The topic " + topic.name() + " is not there: make it with `newswire topics --apply`.");
            }
            reader.readToEnd(record -> take(record, deserializer, values));
        }
        return values;
    }

    /** Writes values, null to take one back; returns when the broker has all of them. */
    public void write(Map<String, @Nullable V> values) {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, "newswire-definitions");
        try (KafkaProducer<String, V> producer = new KafkaProducer<>(
                properties, new StringSerializer(), serdes.of(topic).serializer())) {
            List<Future<?>> sent = new ArrayList<>();
            values.forEach((key, value) -> sent.add(producer.send(new ProducerRecord<>(topic.name(), key, value))));
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

    private void take(ConsumerRecord<String, byte[]> record, Deserializer<V> deserializer, Map<String, V> values) {
        if (record.key() == null) {
            return;
        }
        values.remove(record.key());
        try {
            V value = deserializer.deserialize(topic.name(), record.value());
            if (value != null && isUsable.test(record.key(), value)) {
                values.put(record.key(), value);
            }
        } catch (SerializationException | IllegalStateException | AvroRuntimeException e) {
            if (RegistryUnavailableException.isCauseOf(e)) {
                throw e;
            }
            // Poison: the service that reads it has sent it to its dead letters.
        }
    }
}
