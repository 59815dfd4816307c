package dev.newswire.platform.serde;

import java.io.IOException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/** Serde of stores and repartitions, in the encoding of {@link StateCodec}. */
public final class StateSerde {
    private StateSerde() {}

    /** A serde for a generated record. */
    public static <T extends SpecificRecord> Serde<T> of(Class<T> type) {
        StateCodec<T> codec = StateCodec.of(type);
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : encode(codec, value),
                (topic, bytes) -> bytes == null ? null : decode(codec, bytes));
    }

    private static <T extends SpecificRecord> byte[] encode(StateCodec<T> codec, T value) {
        try {
            return codec.encode(value);
        } catch (IOException e) {
            throw new SerializationException("State cannot be encoded", e);
        }
    }

    private static <T extends SpecificRecord> @Nullable T decode(StateCodec<T> codec, byte[] bytes) {
        try {
            return codec.decode(bytes);
        } catch (IOException e) {
            throw new SerializationException("State cannot be decoded", e);
        }
    }
}
