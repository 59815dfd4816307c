package dev.newswire.publish.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/** Conditional requests (RFC 9110, section 13). */
final class Conditions {
    private static final int TAG_BYTES = 12;

    private Conditions() {}

    /** The weak entity tag of a version: the same whatever the compression. */
    static String tag(String version) {
        return "W/\"" + version + "\"";
    }

    /** The weak entity tag of a body. */
    static String tagOf(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return tag(HexFormat.of().formatHex(Arrays.copyOf(digest, TAG_BYTES)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** Whether whoever asks has this already. The tag decides; only who sends none is asked for the date. */
    static boolean isKnown(HttpFields request, String tag, @Nullable Instant modifiedAt) {
        String known = request.get(HttpHeader.IF_NONE_MATCH);
        if (known != null) {
            return Arrays.stream(known.split(","))
                    .map(String::strip)
                    .anyMatch(candidate ->
                            candidate.equals("*") || strong(candidate).equals(strong(tag)));
        }
        return modifiedAt != null
                && HttpDates.parse(request.get(HttpHeader.IF_MODIFIED_SINCE))
                        .filter(date -> !HttpDates.roundUp(modifiedAt).isAfter(date))
                        .isPresent();
    }

    private static String strong(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
