package dev.newswire.ingest.feed;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** UTF-8 into which bytes of a single-byte encoding were mixed, as careless templates do. */
final class MixedUtf8 {

    /** The text, and whether there was anything but UTF-8 in it. */
    record Mixture(String text, boolean isMixed) {}

    private MixedUtf8() {}

    /** Every byte that is not part of a valid sequence is taken in the other encoding. */
    static Mixture decode(byte[] bytes, int from, Charset other) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        CharBuffer out = CharBuffer.allocate(8 * 1024);
        StringBuilder text = new StringBuilder(bytes.length - from);
        boolean isMixed = false;
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            text.append(out.flip());
            out.clear();
            if (result.isUnderflow()) {
                return new Mixture(text.toString(), isMixed);
            }
            if (result.isError()) {
                isMixed = true;
                text.append(new String(bytes, in.position(), result.length(), other));
                in.position(in.position() + result.length());
                decoder.reset();
            }
        }
    }
}
