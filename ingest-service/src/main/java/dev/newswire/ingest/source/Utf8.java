package dev.newswire.ingest.source;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** UTF-8: text that has to be valid is refused with the offset of its first wrong byte; pages are judged. */
final class Utf8 {

    private static final int CHARACTERS_PER_WRONG_BYTE = 10;
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

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
        for (int at = asciiEnd(bytes, 0); at < bytes.length; at = asciiEnd(bytes, at)) {
            int length = sequenceLength(bytes, at);
            characters += length > 0 ? 1 : 0;
            wrong += length == 0 ? 1 : 0;
            at += Math.max(1, length);
        }
        if (wrong == 0) {
            return characters == 0 ? Validity.ASCII : Validity.VALID;
        }
        return characters > wrong * CHARACTERS_PER_WRONG_BYTE ? Validity.DAMAGED : Validity.OTHER;
    }

    /** Refuses bytes that are not valid, or that contain NUL, which no text needs. */
    static void check(byte[] bytes) throws RefusalException {
        int valid = validPrefix(bytes);
        if (valid < bytes.length) {
            throw new RefusalException(Refusal.of(
                    Rule.ENCODING, "not valid UTF-8: the byte at offset " + valid + " does not belong there"));
        }
    }

    /** Length of the longest prefix that is valid. */
    private static int validPrefix(byte[] bytes) {
        int at = 0;
        while (at < bytes.length) {
            at = asciiEnd(bytes, at);
            int length = at == bytes.length ? 0 : sequenceLength(bytes, at);
            if (length == 0) {
                return at;
            }
            at += length;
        }
        return at;
    }

    private static int asciiEnd(byte[] bytes, int start) {
        int at = start;
        while (at + Long.BYTES <= bytes.length && ((long) EIGHT_BYTES.get(bytes, at) & HIGH_BITS) == 0) {
            at += Long.BYTES;
        }
        while (at < bytes.length && bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    /** Length of the well-formed sequence of more than one byte here (Unicode Standard, table 3-7), or 0. */
    private static int sequenceLength(byte[] bytes, int at) {
        int lead = bytes[at] & 0xFF;
        int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (lead < 0xC2 || lead > 0xF4 || at + length > bytes.length) {
            return 0;
        }
        int second = bytes[at + 1] & 0xFF;
        int lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (second < lowest || second > highest) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }
}
