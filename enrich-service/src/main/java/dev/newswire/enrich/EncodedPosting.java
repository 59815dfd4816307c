package dev.newswire.enrich;

import dev.newswire.platform.serde.StateCodec;
import dev.newswire.schema.internal.Posting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/**
 * A posting in the bytes that travel and are stored. The same bytes go under each key of an article and from the
 * repartition to the store, and most are read only once they are asked for.
 */
final class EncodedPosting {
    private static final StateCodec<Posting> POSTINGS = StateCodec.of(Posting.class);
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

    /** @param bytes as {@link #bytes} gave them once; nobody may change them from now on */
    EncodedPosting(byte[] bytes) {
        this.bytes = bytes;
    }

    static EncodedPosting of(Posting posting) {
        return new EncodedPosting(encode(posting));
    }

    /** Not a copy. */
    byte[] bytes() {
        return bytes;
    }

    /** Every call reads the bytes anew. */
    Posting decode() {
        try {
            return POSTINGS.decode(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    @Override
    public boolean equals(Object other) {
        return other instanceof EncodedPosting that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    private static byte[] encode(Posting posting) {
        try {
            return POSTINGS.encode(posting);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
