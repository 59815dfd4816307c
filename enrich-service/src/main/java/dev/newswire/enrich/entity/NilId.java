package dev.newswire.enrich.entity;

import dev.newswire.enrich.text.Folding;
import dev.newswire.schema.EntityType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Stable identifier of an entity that is known by name only. */
final class NilId {
    private NilId() {}

    /** `nil:` and 16 hex digits. The order of a person's names does not matter, as languages differ in it, nor do initials. */
    static String of(String name, EntityType type) {
        String folded = Folding.fold(name).strip();
        String[] words = folded.split("[\\s\\-]+");
        if (type == EntityType.PERSON) {
            String[] names = Arrays.stream(words)
                    .filter(word -> word.length() > 1)
                    .sorted()
                    .toArray(String[]::new);
            words = names.length == 0 ? words : names;
        }
        byte[] digest = sha256().digest((String.join(" ", words) + '\0' + type).getBytes(StandardCharsets.UTF_8));
        return "nil:" + HexFormat.of().formatHex(digest, 0, 8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
