package dev.newswire.ingest.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ContentCodingTest {

    private static final int RATIO = 100;
    private static final int MEBIBYTE = 1024 * 1024;

    @ParameterizedTest
    @CsvSource({"gzip, GZIP", "X-GZIP, GZIP", "' zstd ', ZSTD", "identity, IDENTITY", ", IDENTITY", "'', IDENTITY"})
    void codingIsKnownByItsName(String name, ContentCoding coding) {
        assertThat(ContentCoding.of(name)).isEqualTo(coding);
    }

    @ParameterizedTest
    @CsvSource({"br", "deflate", "'gzip, gzip'", "compress"})
    void otherCodingsAreNotTaken(String name) {
        assertThat(ContentCoding.of(name)).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void whatWasCodedIsDecoded(ContentCoding coding) throws IOException {
        byte[] text = text(3 * MEBIBYTE);
        assertThat(decode(coding, encode(coding, text))).isEqualTo(text);
        assertThat(decode(coding, encode(coding, new byte[0]))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void partsInARowAreOneBodyHoweverTheNetworkCutsThem(ContentCoding coding) throws IOException {
        byte[] coded = concat(encode(coding, text(1_000)), encode(coding, new byte[0]), encode(coding, text(70_000)));
        byte[] all = concat(text(1_000), text(70_000));

        assertThat(decode(coding, coded)).isEqualTo(all);
        assertThat(coding.decode(new Dripping(coded), RATIO).readAllBytes()).isEqualTo(all);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "IDENTITY")
    void bodyThatIsCutShortAnywhereIsAnError(ContentCoding coding) throws IOException {
        byte[] coded = encode(coding, text(500));
        for (int length = 0; length < coded.length; length++) {
            byte[] part = Arrays.copyOf(coded, length);
            if (length > 0 || coding == ContentCoding.GZIP) {
                assertThatThrownBy(() -> decode(coding, part))
                        .as("%d bytes", length)
                        .isInstanceOf(CodingException.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "IDENTITY")
    void whateverFollowsTheLastPartIsAnErrorAndNotSilence(ContentCoding coding) throws IOException {
        byte[] coded =
                concat(encode(coding, text(500)), "garbage".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> decode(coding, coded)).isInstanceOf(CodingException.class);
    }

    @Test
    void damagedGzipNeverYieldsOtherBytesUnnoticed() throws IOException {
        byte[] text = text(2_000);
        byte[] coded = encode(ContentCoding.GZIP, text);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            byte[] damaged = coded.clone();
            damaged[random.nextInt(coded.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                assertThat(decode(ContentCoding.GZIP, damaged))
                        .as("seed %d", seed)
                        .isEqualTo(text);
            } catch (CodingException noticed) {
                assertThat(noticed).hasMessageContaining("gzip");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "IDENTITY")
    void bombIsDefusedLongBeforeItsEnd(ContentCoding coding) throws IOException {
        byte[] bomb = encode(coding, new byte[64 * MEBIBYTE]);
        InputStream decoded = coding.decode(new ByteArrayInputStream(bomb), RATIO);
        long[] read = {0};

        assertThatThrownBy(() -> {
                    byte[] buffer = new byte[8 * 1024];
                    for (int n = decoded.read(buffer); n >= 0; n = decoded.read(buffer)) {
                        read[0] += n;
                    }
                })
                .isInstanceOf(ExpansionException.class)
                .hasMessageContaining("more than 100 times");
        assertThat(read[0]).isLessThan(20L * MEBIBYTE);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "IDENTITY")
    void smallDocumentMayExpandAsMuchAsItLikes(ContentCoding coding) throws IOException {
        assertThat(decode(coding, encode(coding, new byte[MEBIBYTE]))).hasSize(MEBIBYTE);
    }

    @Test
    void zstdThatNeedsALargeWindowIsRefused() throws IOException {
        assertThatThrownBy(() -> decode(ContentCoding.ZSTD, zstd(24))).isInstanceOf(CodingException.class);
        assertThat(decode(ContentCoding.ZSTD, zstd(23))).hasSize(20 * MEBIBYTE);
    }

    @ParameterizedTest
    @EnumSource
    void failureOfTheNetworkIsToldAsItIs(ContentCoding coding) {
        InputStream gone = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new SocketTimeoutException("gone");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                throw new SocketTimeoutException("gone");
            }
        };
        assertThatThrownBy(() -> coding.decode(gone, RATIO).readAllBytes()).isInstanceOf(SocketTimeoutException.class);
    }

    private static byte[] zstd(int windowLog) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZstdOutputStream out = new ZstdOutputStream(bytes, 1).setLong(windowLog)) {
            out.write(text(20 * MEBIBYTE));
        }
        return bytes.toByteArray();
    }

    private static byte[] decode(ContentCoding coding, byte[] coded) throws IOException {
        try (InputStream in = coding.decode(new ByteArrayInputStream(coded), RATIO)) {
            return in.readAllBytes();
        }
    }

    private static byte[] encode(ContentCoding coding, byte[] bytes) throws IOException {
        if (coding == ContentCoding.ZSTD) {
            return Zstd.compress(bytes);
        }
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        if (coding == ContentCoding.IDENTITY) {
            return bytes;
        }
        try (GZIPOutputStream out = new GZIPOutputStream(coded)) {
            out.write(bytes);
        }
        return coded.toByteArray();
    }

    /** Text that compresses about as well as prose. */
    private static byte[] text(int length) {
        Random random = new Random(7);
        byte[] text = new byte[length];
        for (int i = 0; i < length; i++) {
            text[i] = (byte) ('a' + random.nextInt(8));
        }
        return text;
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** One byte at a time, and never one in store. */
    private static final class Dripping extends ByteArrayInputStream {
        Dripping(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read(byte[] buffer, int offset, int length) {
            return super.read(buffer, offset, Math.min(1, length));
        }

        @Override
        public synchronized int available() {
            return 0;
        }
    }
}
