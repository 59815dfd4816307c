package dev.newswire.ingest.fetch;

import dev.newswire.ingest.fetch.MeteredInput.LimitException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** Reads a body within the limits and decodes it: {@code gzip} and {@code deflate} (RFC 9110 §8.4.1). */
public final class BodyReader {

    private static final int BUFFER_BYTES = 16 * 1024;
    private static final int RATIO_FROM_BYTES = 1024 * 1024;

    private final FetchLimits limits;
    private final LongSupplier nanoTime;

    /** @param nanoTime of a clock that never goes back */
    BodyReader(FetchLimits limits, LongSupplier nanoTime) {
        this.limits = limits;
        this.nanoTime = nanoTime;
    }

    /**
     * Unpacks a document that is itself compressed, as sitemaps often are; any other is returned as it is.
     *
     * @throws FetchException if it is larger than the limits allow, or broken
     */
    public static byte[] unpack(byte[] document, FetchLimits limits) throws FetchException {
        if (!isGzip(document)) {
            return document;
        }
        try {
            return new BodyReader(limits, () -> 0).read(new ByteArrayInputStream(document), "gzip");
        } catch (IOException e) {
            throw broken("gzip");
        }
    }

    /**
     * Reads all of it.
     *
     * @param encoding value of {@code Content-Encoding}, empty where there is none
     * @throws IOException if the connection breaks
     * @throws FetchException if a limit is passed or the encoding is broken
     */
    byte[] read(InputStream wire, String encoding) throws IOException, FetchException {
        String form = encoding.strip().toLowerCase(Locale.ROOT);
        try {
            byte[] coded = new MeteredInput(wire, limits, nanoTime).readAllBytes();
            return coded.length == 0 ? coded : decode(coded, form);
        } catch (LimitException e) {
            throw e.toFetchException();
        } catch (ZipException | EOFException e) {
            throw broken(encoding);
        }
    }

    private byte[] decode(byte[] coded, String encoding) throws IOException, FetchException {
        switch (encoding) {
            case "", "identity":
                return coded;
            case "gzip", "x-gzip":
                return isGzip(coded) ? gunzip(coded) : coded;
            case "deflate":
                return inflate(coded);
            default:
                throw new FetchException(
                        Failure.ENCODING, "the answer is encoded as \"" + encoding + "\", which was not asked for");
        }
    }

    /**
     * From memory: off the wire, the JDK takes a member that has not yet arrived for the end of the data. What some
     * servers send behind the last member is left aside, as browsers do.
     */
    private byte[] gunzip(byte[] coded) throws IOException {
        return drain(new GZIPInputStream(new ByteArrayInputStream(coded), BUFFER_BYTES), coded.length);
    }

    /** Some servers say gzip and send plain text. */
    private static boolean isGzip(byte[] body) {
        return body.length > 2 && body[0] == 0x1F && (body[1] & 0xFF) == 0x8B;
    }

    /** By the standard "deflate" has a zlib header; some servers send it without (RFC 9110 §8.4.1.2). */
    private byte[] inflate(byte[] coded) throws IOException {
        int head = coded.length < 2 ? -1 : (coded[0] & 0xFF) << 8 | (coded[1] & 0xFF);
        boolean hasHeader = (head >> 8 & 0x0F) == 8 && head % 31 == 0;
        Inflater inflater = new Inflater(!hasHeader);
        try (InflaterInputStream decoded =
                new InflaterInputStream(new ByteArrayInputStream(coded), inflater, BUFFER_BYTES)) {
            return drain(decoded, coded.length);
        } finally {
            inflater.end();
        }
    }

    private byte[] drain(InputStream in, long compressed) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            all.write(buffer, 0, read);
            check(all.size(), compressed);
        }
        return all.toByteArray();
    }

    private void check(long decoded, long compressed) throws LimitException {
        if (decoded > limits.decodedBytes()) {
            throw new LimitException(
                    Failure.LARGE, "the answer decompresses to more than " + limits.decodedBytes() + " bytes");
        }
        if (decoded > RATIO_FROM_BYTES && decoded > compressed * limits.ratio()) {
            throw new LimitException(
                    Failure.LARGE, "the answer decompresses to more than " + limits.ratio() + " times its size");
        }
    }

    private static FetchException broken(String encoding) {
        return new FetchException(Failure.ENCODING, "the answer is not valid " + encoding);
    }
}
