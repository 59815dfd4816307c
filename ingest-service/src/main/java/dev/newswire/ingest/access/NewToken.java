package dev.newswire.ingest.access;

import dev.newswire.ingest.identity.SourceName;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A token that was just made.
 *
 * @param token what its bearer sends; to be seen once and kept nowhere else
 * @param line for the file of tokens
 */
public record NewToken(String token, String line) {

    static final Pattern FORM = Pattern.compile("nw_[A-Za-z0-9_-]{43}");
    static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private static final String PREFIX = "nw_";
    private static final int TOKEN_BYTES = 32;
    private static final int SALT_BYTES = 16;

    /**
     * A random one.
     *
     * @param name 1 to 64 letters, digits, '.', '_' and '-', beginning with a letter or digit
     * @param sources that it may write; {@link Grant#ALL} for every one
     * @throws IllegalArgumentException if the name or a source is none
     */
    public static NewToken create(String name, List<String> sources, SecureRandom random) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "\"" + name
                            + "\" is not a name of a token: 1 to 64 letters, digits, '.', '_' and '-', the first a letter or digit.");
        }
        for (String source : sources) {
            if (!source.equals(Grant.ALL) && !SourceName.isValid(source)) {
                throw new IllegalArgumentException("\"" + source + "\" is not a source: 1 to 64 characters of a-z, 0-9,"
                        + " '.' and '-'; perhaps \"" + SourceName.slug(source) + "\".");
            }
        }
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(TOKEN_BYTES, random));
        String salt = HexFormat.of().formatHex(bytes(SALT_BYTES, random));
        return new NewToken(token, name + " " + TokenHash.of(salt, token) + " " + String.join(",", sources));
    }

    private static byte[] bytes(int count, SecureRandom random) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    @Override
    public String toString() {
        return line;
    }
}
