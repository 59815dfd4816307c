package dev.newswire.publish.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * A body as it goes over the wire.
 *
 * @param compressed whether it is in gzip
 */
record Body(byte[] bytes, boolean compressed) {
    /** Below this many bytes compression saves no packet. */
    private static final int WORTHWHILE = 1_200;

    static Body of(String text, HttpFields request) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < WORTHWHILE || !takesGzip(request)) {
            return new Body(bytes, false);
        }
        return new Body(gzip(bytes), true);
    }

    private static boolean takesGzip(HttpFields request) {
        return request.getQualityCSV(HttpHeader.ACCEPT_ENCODING).stream()
                .anyMatch(coding -> coding.equals("gzip") || coding.equals("*"));
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail to be written.", e);
        }
        return out.toByteArray();
    }
}
