package dev.newswire.enrich;

import dev.newswire.platform.serde.StateSerde;
import dev.newswire.schema.internal.Posting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * A posting in the bytes that travel and are stored. The same bytes go under each key of an article and from the
 * repartition to the store, and most are read only once they are asked for.
 */
final class EncodedPosting {
    private static final Serde<Posting> POSTINGS = StateSerde.of(Posting.class);
    /** Marker and fingerprint of the schema: Avro specification, "Single-object encoding". */
    private static final int HEADER_LENGTH = 10;

    private static final byte[] HEADER = Arrays.copyOf(
            encode(Posting.newBuilder()
                    .setArticleId("")
                    .setGeneration(0)
                    .setAt(Instant.EPOCH)
                    .build()),
            HEADER_LENGTH);

    private final byte[] bytes;

    private EncodedPosting(byte[] bytes) {
        this.bytes = bytes;
    }

    static EncodedPosting of(Posting posting) {
        return new EncodedPosting(encode(posting));
    }

    /** Every call reads the bytes anew. */
    Posting decode() {
        return POSTINGS.deserializer().deserialize("", bytes);
    }

    /** When the article was first received, epoch milliseconds, without reading the rest. */
    long at() {
        if (!Arrays.equals(HEADER, 0, HEADER_LENGTH, bytes, 0, Math.min(HEADER_LENGTH, bytes.length))) {
            // Written by an earlier release.
            return decode().getAt().toEpochMilli();
        }
        try {
            BinaryDecoder fields =
                    DecoderFactory.get().binaryDecoder(bytes, HEADER_LENGTH, bytes.length - HEADER_LENGTH, null);
            fields.skipString();
            fields.readLong();
            return fields.readLong();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes and gives the bytes as they are. */
    static Serde<EncodedPosting> serde() {
        Serializer<EncodedPosting> serializer = (topic, posting) -> posting == null ? null : posting.bytes;
        Deserializer<EncodedPosting> deserializer = (topic, bytes) -> bytes == null ? null : new EncodedPosting(bytes);
        return Serdes.serdeFrom(serializer, deserializer);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EncodedPosting that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    private static byte[] encode(Posting posting) {
        return POSTINGS.serializer().serialize("", posting);
    }
}
