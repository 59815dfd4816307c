package dev.newswire.platform.serde;

import dev.newswire.platform.topic.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;

/**
 * Avro in the Confluent wire format. The serializer classes are named by configuration ({@code avro.serializer},
 * {@code avro.deserializer}), with those of the build as default.
 */
public final class AvroTopicSerdes implements TopicSerdes {
    private static final String SERIALIZER = "avro.serializer";
    private static final String DESERIALIZER = "avro.deserializer";
    // Held for its level: java.util.logging forgets loggers that nobody holds.
    private static final Logger SERDE_LOG = Logger.getLogger("DefaultSchemaResolver");
    private final Map<String, Object> configuration;

    static {
        SERDE_LOG.setLevel(Level.WARNING);
    }

    private AvroTopicSerdes(Map<String, Object> configuration) {
        this.configuration = Map.copyOf(configuration);
    }

    /**
     * @param kafka client properties, among them {@code schema.registry.url}; every one of them is passed to the
     *     serializers
     */
    public static AvroTopicSerdes from(Map<String, Object> kafka) {
        TrustedRecords.trust();
        Map<String, Object> configuration = new HashMap<>();
        buildDefaults().forEach((name, value) -> configuration.put(name.toString(), value));
        configuration.putAll(kafka);
        return new AvroTopicSerdes(configuration);
    }

    @Override
    public <V extends SpecificRecord> Serde<V> of(Topic<V> topic) {
        Serializer<V> serializer = instance(SERIALIZER, Serializer.class);
        Deserializer<V> deserializer = new WireDeserializer<>(instance(DESERIALIZER, Deserializer.class));
        serializer.configure(configuration, false);
        deserializer.configure(configuration, false);
        return Serdes.serdeFrom(serializer, deserializer);
    }

    @SuppressWarnings("unchecked")
    private <S, T extends S> T instance(String property, Class<S> type) {
        String name =
                Objects.requireNonNull(configuration.get(property), property).toString();
        try {
            return (T) Utils.newInstance(name, type);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(property + " names " + name + ", which is not on the class path", e);
        }
    }

    private static Properties buildDefaults() {
        Properties defaults = new Properties();
        try (InputStream resource = AvroTopicSerdes.class.getResourceAsStream("serdes.properties")) {
            defaults.load(Objects.requireNonNull(resource, "serdes.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return defaults;
    }
}
