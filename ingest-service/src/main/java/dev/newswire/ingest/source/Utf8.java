package dev.newswire.ingest.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** UTF-8 without mercy: a document that is not valid is refused with the offset of its first wrong byte. */
final class Utf8 {

    private Utf8() {}

    /** The text of the bytes, without a byte order mark. */
    static String decode(byte[] bytes) throws RefusalException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw new RefusalException(Refusal.of(
                    Rule.ENCODING, "not valid UTF-8: the byte at offset " + in.position() + " does not belong there"));
        }
        String text = out.flip().toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Refuses bytes that are not valid, or that contain NUL, which no text needs. */
    static void check(byte[] bytes) throws RefusalException {
        int valid = validPrefix(bytes);
        if (valid < bytes.length) {
            throw new RefusalException(Refusal.of(
                    Rule.ENCODING, "not valid UTF-8: the byte at offset " + valid + " does not belong there"));
        }
    }

    /** Length of the longest prefix that is valid; a plain loop, because nearly every document is ASCII or valid. */
    private static int validPrefix(byte[] bytes) {
        int at = 0;
        while (at < bytes.length && bytes[at] >= 0) {
            at++;
        }
        if (at == bytes.length) {
            return at;
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, at, bytes.length - at);
        CharBuffer out = CharBuffer.allocate(8 * 1024);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (result.isError()) {
                return in.position();
            }
            if (result.isUnderflow()) {
                return bytes.length;
            }
            out.clear();
        }
    }
}
