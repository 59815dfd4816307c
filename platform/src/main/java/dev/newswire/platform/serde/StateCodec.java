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

/**
 * Avro single-object encoding (Avro specification, "Single-object encoding"), which names its schema by fingerprint. No
 * registry is asked; every released schema of the type is known to the reader.
 */
public final class StateCodec<T extends SpecificRecord> {
    private final BinaryMessageEncoder<T> encoder;
    private final BinaryMessageDecoder<T> decoder;

    private StateCodec(BinaryMessageEncoder<T> encoder, BinaryMessageDecoder<T> decoder) {
        this.encoder = encoder;
        this.decoder = decoder;
    }

    /** A codec for a generated record. */
    public static <T extends SpecificRecord> StateCodec<T> of(Class<T> type) {
        TrustedRecords.trust();
        SpecificData model = SpecificData.getForClass(type);
        Schema schema = model.getSchema(type);
        BinaryMessageDecoder<T> decoder = new BinaryMessageDecoder<>(model, schema);
        addReleasedSchemas(decoder, schema.getFullName());
        return new StateCodec<>(new BinaryMessageEncoder<>(model, schema, true), decoder);
    }

    /** The bytes of a value. */
    public byte[] encode(T value) throws IOException {
        ByteBuffer encoded = encoder.encode(value);
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return bytes;
    }

    /**
     * The value of bytes.
     *
     * @throws IOException if they are none, or their schema was never released
     */
    public T decode(byte[] bytes) throws IOException {
        return decoder.decode(bytes);
    }

    private static void addReleasedSchemas(BinaryMessageDecoder<?> decoder, String fullName) {
        for (int version = 1; ; version++) {
            try (InputStream released =
                    StateCodec.class.getResourceAsStream("/released/" + fullName + "/" + version + ".avsc")) {
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
