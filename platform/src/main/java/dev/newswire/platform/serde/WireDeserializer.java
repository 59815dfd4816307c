package dev.newswire.platform.serde;

import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Tells bytes that are not in the wire format at all from those that are, before the library sees them: its own errors
 * about such bytes say nothing to an operator. Headers are not passed on, since the wire format keeps nothing there.
 */
final class WireDeserializer<V> implements Deserializer<V> {
    private static final int PREFIX = 5;
    private final Deserializer<V> delegate;

    WireDeserializer(Deserializer<V> delegate) {
        this.delegate = delegate;
    }

    @Override
    public void configure(Map<String, ?> configuration, boolean isKey) {
        delegate.configure(configuration, isKey);
    }

    @Override
    public @Nullable V deserialize(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        if (bytes.length < PREFIX) {
            throw new SerializationException(
                    "The value has " + bytes.length
                            + " bytes: too short for Avro in the Confluent wire format (a zero byte, a 4-byte schema id, data)");
        }
        if (bytes[0] != 0) {
            throw new SerializationException("The value begins with byte " + (bytes[0] & 0xff)
                    + ", not with the magic byte 0 of Avro in the Confluent wire format");
        }
        return delegate.deserialize(topic, bytes);
    }

    @Override
    public void close() {
        delegate.close();
    }
}
