package dev.newswire.ingest.archive;

import dev.newswire.ingest.source.RefusalException;
import dev.newswire.ingest.source.Rule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Undoes what a server did to a body for the way (RFC 9110, section 8.4). */
final class ContentEncoding {

    /** A small page may be all spaces; a large one that shrinks so much is meant to hurt. */
    private static final int MOST_RATIO = 250;

    private static final int RATIO_FROM_BYTES = 1024 * 1024;
    private static final int STEP_BYTES = 64 * 1024;

    private ContentEncoding() {}

    /**
     * The plain body.
     *
     * @param encoding in lower case; empty for none
     * @param limit of the plain body in bytes
     * @throws RefusalException if it is too large, broken, or encoded in a way that is not read here
     */
    static byte[] decode(byte[] body, String encoding, int limit) throws RefusalException {
        boolean isGzip = encoding.equals("gzip") || encoding.equals("x-gzip");
        boolean isPlain = encoding.isEmpty() || encoding.equals("identity") || (isGzip && !hasGzipMagic(body));
        if (isPlain) {
            // Archivers that decode bodies often leave the header as it was.
            requireWithin(body.length, limit);
            return body;
        }
        if (!isGzip && !encoding.equals("deflate")) {
            throw new RefusalException(Rule.UNSUPPORTED, "the body is encoded in a way that is not read here", "");
        }
        try (InputStream in = isGzip ? gzip(body) : deflate(body)) {
            return read(in, body.length, limit);
        } catch (IOException broken) {
            throw new RefusalException(Rule.ENCODING, "the body is not valid " + encoding + " data", "");
        }
    }

    private static byte[] read(InputStream in, int encoded, int limit) throws IOException, RefusalException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] step = new byte[STEP_BYTES];
        for (int count = in.read(step); count >= 0; count = in.read(step)) {
            out.write(step, 0, count);
            requireWithin(out.size(), limit);
            if (out.size() > RATIO_FROM_BYTES && out.size() / MOST_RATIO > encoded) {
                throw new RefusalException(
                        Rule.LIMIT, "the body inflates to more than " + MOST_RATIO + " times its size", "");
            }
        }
        return out.toByteArray();
    }

    private static void requireWithin(int length, int limit) throws RefusalException {
        if (length > limit) {
            throw new RefusalException(
                    Rule.LIMIT, "the document has more than the " + limit + " bytes that are taken", "");
        }
    }

    private static boolean hasGzipMagic(byte[] body) {
        return body.length > 2 && body[0] == 0x1F && body[1] == (byte) 0x8B;
    }

    private static InputStream gzip(byte[] body) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(body), STEP_BYTES);
    }

    /** Servers send zlib's format or bare deflate under the same name. */
    private static InputStream deflate(byte[] body) {
        boolean isZlib = body.length > 1 && (body[0] & 0x0F) == 8 && ((body[0] & 0xFF) << 8 | body[1] & 0xFF) % 31 == 0;
        return new InflaterInputStream(new ByteArrayInputStream(body), new Inflater(!isZlib), STEP_BYTES);
    }
}
