package dev.newswire.ingest.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
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
            // The parser asks for a length where one is left out, though here the end of the record is the end.
            HttpResponse head = HttpResponse.parseWithoutBody(channel(block), null);
            boolean isEncoded = head.headers().first("Transfer-Encoding").isPresent();
            return new HttpMessage(
                    head.status(),
                    head.headers().first("Content-Type").orElse(""),
                    head.headers().first("Content-Encoding").orElse("").strip().toLowerCase(Locale.ROOT),
                    isEncoded ? joined(block) : asItCame(block));
        } catch (IOException | RuntimeException notHttp) {
            return null;
        }
    }

    private static byte[] joined(byte[] block) {
        try {
            return HttpResponse.parse(channel(block)).body().stream().readAllBytes();
        } catch (IOException | RuntimeException brokenChunks) {
            return asItCame(block);
        }
    }

    private static byte[] asItCame(byte[] block) {
        return Arrays.copyOfRange(block, headerEnd(block), block.length);
    }

    private static ReadableByteChannel channel(byte[] block) {
        return Channels.newChannel(new ByteArrayInputStream(block));
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
