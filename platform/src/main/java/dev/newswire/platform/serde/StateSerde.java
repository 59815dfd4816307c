package dev.newswire.platform.serde;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * Serde of stores and repartitions: Avro single-object encoding (Avro specification, "Single-object encoding"), which
 * names its schema by fingerprint. No registry is asked; every released schema of the type is known to the reader.
 */
public final class StateSerde {
    private StateSerde() {}

    /** A serde for a generated record. */
    public static <T extends SpecificRecord> Serde<T> of(Class<T> type) {
        TrustedRecords.trust();
        SpecificData model = SpecificData.getForClass(type);
        Schema schema = model.getSchema(type);
        BinaryMessageEncoder<T> encoder = new BinaryMessageEncoder<>(model, schema, true);
        BinaryMessageDecoder<T> decoder = new BinaryMessageDecoder<>(model, schema);
        addReleasedSchemas(decoder, schema.getFullName());
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : encode(encoder, value),
                (topic, bytes) -> bytes == null ? null : decode(decoder, bytes));
    }

    private static <T> byte[] encode(BinaryMessageEncoder<T> encoder, T value) {
        try {
            ByteBuffer encoded = encoder.encode(value);
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new SerializationException("State cannot be encoded", e);
        }
    }

    private static <T> @Nullable T decode(BinaryMessageDecoder<T> decoder, byte[] bytes) {
        try {
            return decoder.decode(bytes);
        } catch (IOException e) {
            throw new SerializationException("State cannot be decoded", e);
        }
    }

    private static void addReleasedSchemas(BinaryMessageDecoder<?> decoder, String fullName) {
        for (int version = 1; ; version++) {
            try (InputStream released =
                    StateSerde.class.getResourceAsStream("/released/" + fullName + "/" + version + ".avsc")) {
                if (released == null) {
                    return;
                }
                decoder.addSchema(new Schema.Parser().parse(released));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
