package dev.newswire.ingest.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;

/**
 * An HTTP response as it was recorded.
 *
 * @param status code, such as 200
 * @param contentType as declared, or empty
 * @param encoding as declared, in lower case, or empty
 * @param body without its transfer encoding; as it came where that is broken
 */
record HttpMessage(int status, String contentType, String encoding, byte[] body) {

    private static final int LONGEST_HEADER = 64 * 1024;

    /** Reads a message; null where none begins here. */
    static @Nullable HttpMessage read(byte[] block) {
        try {
            HttpResponse response = HttpResponse.parse(Channels.newChannel(new ByteArrayInputStream(block)));
            return new HttpMessage(
                    response.status(),
                    response.headers().first("Content-Type").orElse(""),
                    response.headers().first("Content-Encoding").orElse("").strip().toLowerCase(Locale.ROOT),
                    body(response, block));
        } catch (IOException | RuntimeException notHttp) {
            return null;
        }
    }

    private static byte[] body(HttpResponse response, byte[] block) {
        byte[] asItCame = Arrays.copyOfRange(block, headerEnd(block), block.length);
        if (response.headers().first("Transfer-Encoding").isEmpty()) {
            // Nothing follows the message in its record: a declared length can only be wrong.
            return asItCame;
        }
        try {
            return response.body().stream().readAllBytes();
        } catch (IOException | RuntimeException brokenChunks) {
            return asItCame;
        }
    }

    private static int headerEnd(byte[] block) {
        int end = Math.min(block.length, LONGEST_HEADER);
        for (int index = 1; index < end; index++) {
            boolean isEmptyLine = block[index] == '\n'
                    && (block[index - 1] == '\n'
                            || (index > 2 && block[index - 1] == '\r' && block[index - 2] == '\n'));
            if (isEmptyLine) {
                return index + 1;
            }
        }
        return block.length;
    }
}
