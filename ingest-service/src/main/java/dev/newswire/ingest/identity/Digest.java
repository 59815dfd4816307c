package dev.newswire.ingest.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A SHA-256, and the short forms of it that we use. */
public final class Digest {

    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** Finding the algorithm takes longer than hashing a headline. */
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(Digest::sha256);

    private final byte[] bytes;

    private Digest(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Of the text in UTF-8. */
    public static Digest of(String text) {
        return of(List.of(text));
    }

    /** Of the texts, one right after the other, in UTF-8. */
    static Digest of(List<String> texts) {
        MessageDigest digest = SHA_256.get();
        for (String text : texts) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
        }
        return new Digest(digest.digest());
    }

    /** Of these bytes. */
    public static Digest of(byte[] content) {
        return new Digest(SHA_256.get().digest(content));
    }

    /** The first {@code count} bytes in lower-case hexadecimal digits. */
    public String hex(int count) {
        return HexFormat.of().formatHex(bytes, 0, count);
    }

    /** The first 128 bits as 26 characters in Crockford's base32, the highest two bits zero, as ULIDs are written. */
    public String base32() {
        ByteBuffer head = ByteBuffer.wrap(bytes);
        long high = head.getLong();
        long low = head.getLong();
        char[] text = new char[26];
        for (int i = text.length - 1; i >= 0; i--) {
            text[i] = CROCKFORD.charAt((int) (low & 31));
            low = (low >>> 5) | (high << 59);
            high >>>= 5;
        }
        return new String(text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Digest digest && Arrays.equals(bytes, digest.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
