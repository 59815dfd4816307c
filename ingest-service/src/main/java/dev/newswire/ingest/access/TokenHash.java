package dev.newswire.ingest.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a token: SHA-256 over salt and token. A token is 256 random bits, so nothing is won by a slow function:
 * there is no list of likely tokens to try.
 *
 * @param salt as hexadecimal digits
 * @param digest as hexadecimal digits
 */
record TokenHash(String salt, String digest) {

    private static final Pattern FORM = Pattern.compile("sha256:([0-9a-f]{32}):([0-9a-f]{64})");

    static TokenHash of(String salt, String token) {
        return new TokenHash(salt, HexFormat.of().formatHex(digest(salt, token)));
    }

    /** The hash as it is written in a file, or null if it is none. */
    static @Nullable TokenHash parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() ? new TokenHash(matcher.group(1), matcher.group(2)) : null;
    }

    /** Whether it is of this token; takes as long whichever byte differs. */
    boolean matches(String token) {
        return MessageDigest.isEqual(HexFormat.of().parseHex(digest), digest(salt, token));
    }

    @Override
    public String toString() {
        return "sha256:" + salt + ":" + digest;
    }

    private static byte[] digest(String salt, String token) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(HexFormat.of().parseHex(salt));
            return sha256.digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
