package dev.newswire.enrich.entity;

import dev.newswire.enrich.text.Folding;
import dev.newswire.schema.EntityType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** Stable identifier of an entity that is known by name only. */
final class NilId {
    private static final int BYTES = 8;
    private static final String DIGITS = "0123456789abcdef";
    /** Copied for each name: looking one up by its name takes longer than the digest itself. */
    private static final MessageDigest SHA_256 = sha256();

    private NilId() {}

    /** `nil:` and 16 hex digits. The order of a person's names does not matter, as languages differ in it, nor do initials. */
    static String of(String name, EntityType type) {
        List<String> words = words(Folding.fold(name));
        if (type == EntityType.PERSON) {
            List<String> names = new ArrayList<>(words);
            names.removeIf(word -> word.length() <= 1);
            names.sort(null);
            words = names.isEmpty() ? words : names;
        }
        byte[] digest = digest(String.join(" ", words) + '\0' + type);
        StringBuilder id = new StringBuilder("nil:");
        for (int i = 0; i < BYTES; i++) {
            id.append(DIGITS.charAt(digest[i] >> 4 & 0xF)).append(DIGITS.charAt(digest[i] & 0xF));
        }
        return id.toString();
    }

    private static List<String> words(String folded) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= folded.length(); i++) {
            if (i < folded.length() && folded.charAt(i) != '-' && !Character.isWhitespace(folded.charAt(i))) {
                continue;
            }
            if (i > start) {
                words.add(folded.substring(start, i));
            }
            start = i + 1;
        }
        return words;
    }

    private static byte[] digest(String text) {
        try {
            MessageDigest copy = (MessageDigest) SHA_256.clone();
            return copy.digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The digest of the Java platform can be copied", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
