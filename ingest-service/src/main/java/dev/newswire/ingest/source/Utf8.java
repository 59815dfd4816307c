package dev.newswire.ingest.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** UTF-8: text that has to be valid is refused with the offset of its first wrong byte; pages are judged. */
final class Utf8 {

    private static final int CHARACTERS_PER_WRONG_BYTE = 10;

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

    /** What bytes are as UTF-8. */
    enum Validity {
        /** Every byte is ASCII. */
        ASCII,
        /** Valid, and more than ASCII. */
        VALID,
        /** Valid but for few bytes, as a cut or a mend in the wrong place leaves them. */
        DAMAGED,
        /** Something else. */
        OTHER
    }

    /** Judges all of the bytes. */
    static Validity validity(byte[] bytes) {
        int characters = 0;
        int wrong = 0;
        for (int at = 0; at < bytes.length; ) {
            int length = bytes[at] >= 0 ? 1 : sequence(bytes, at);
            characters += length > 1 ? 1 : 0;
            wrong += length == 0 ? 1 : 0;
            at += Math.max(1, length);
        }
        if (wrong == 0) {
            return characters == 0 ? Validity.ASCII : Validity.VALID;
        }
        return characters > wrong * CHARACTERS_PER_WRONG_BYTE ? Validity.DAMAGED : Validity.OTHER;
    }

    /** Length of the sequence of several bytes that begins here; 0 where none does. */
    private static int sequence(byte[] bytes, int at) {
        int first = bytes[at] & 0xFF;
        int length = first >= 0xF5 || first < 0xC2 ? 0 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
        for (int i = 1; i < length; i++) {
            if (at + i >= bytes.length || (bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
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
