package dev.newswire.ingest.encoding;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The codings that are taken. */
public enum ContentCoding {
    /** As it is. */
    IDENTITY {
        @Override
        InputStream open(InputStream coded) {
            return coded;
        }
    },
    /** RFC 1952, of any number of members. */
    GZIP {
        @Override
        InputStream open(InputStream coded) {
            return new GzipInput(coded);
        }
    },
    /** RFC 8878, of any number of frames. */
    ZSTD {
        @Override
        InputStream open(InputStream coded) throws IOException {
            return new ZstdInputStreamNoFinalizer(coded).setLongMax(ZSTD_WINDOW_LOG);
        }
    };

    /** What an answer says is taken here. */
    public static final String ACCEPTED = "gzip, zstd";

    /** A window of 8 MiB: what RFC 9659 lets a sender use, and lets a receiver refuse to go beyond. */
    private static final int ZSTD_WINDOW_LOG = 23;

    /** The coding by its name in {@code Content-Encoding}, {@code identity} where there is none; null if it is not taken. */
    public static @Nullable ContentCoding of(@Nullable String name) {
        return switch (name == null ? "" : name.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> IDENTITY;
            case "gzip", "x-gzip" -> GZIP;
            case "zstd" -> ZSTD;
            default -> null;
        };
    }

    /** Memory that decoding takes beside the data, in bytes. */
    public long memoryBytes() {
        return switch (this) {
            case IDENTITY -> 0;
            case GZIP -> 128L * 1024;
            case ZSTD -> 1L << (ZSTD_WINDOW_LOG + 1);
        };
    }

    /**
     * Decodes a body. Its reading fails with {@link CodingException} where the coding is damaged or cut short, and with
     * {@link ExpansionException} where it expands beyond the ratio.
     *
     * @param ratio most decoded bytes for each coded one, once {@link DecodedInput#FREE_BYTES} have been decoded
     */
    public InputStream decode(InputStream body, int ratio) throws IOException {
        if (this == IDENTITY) {
            return body;
        }
        CountedInput coded = new CountedInput(body);
        return new DecodedInput(open(coded), coded, name().toLowerCase(Locale.ROOT), ratio);
    }

    abstract InputStream open(InputStream coded) throws IOException;
}
