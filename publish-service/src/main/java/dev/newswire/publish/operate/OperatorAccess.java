package dev.newswire.publish.operate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may see the operator's view: whoever knows the token; without one, who asks this machine by a name that can only be
 * its own. A name of any other kind may have been pointed here by a foreign page, and a request that was passed on by a proxy
 * tells nothing of where it began.
 *
 * @param token that opens it; empty for none
 * @param onLoopback whether the service listens on loopback alone
 */
public record OperatorAccess(String token, boolean onLoopback) {
    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * Whether a request may pass.
     *
     * @param host that it names, without the port; null where it names none
     * @param authorization its header of this name: {@code Bearer TOKEN}, or {@code Basic} with the token as password
     * @param passedOn whether it carries a header of a proxy
     */
    public boolean allows(@Nullable String host, @Nullable String authorization, boolean passedOn) {
        if (!token.isEmpty()) {
            return authorization != null && isToken(given(authorization));
        }
        return onLoopback && !passedOn && host != null && OWN_NAMES.contains(host.toLowerCase(Locale.ROOT));
    }

    private boolean isToken(String given) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private static String given(String authorization) {
        int space = authorization.indexOf(' ');
        String scheme = space < 0 ? "" : authorization.substring(0, space).toLowerCase(Locale.ROOT);
        String rest = authorization.substring(space + 1).strip();
        return switch (scheme) {
            case "bearer" -> rest;
            case "basic" -> password(rest);
            default -> "";
        };
    }

    private static String password(String coded) {
        try {
            String pair = new String(Base64.getDecoder().decode(coded), StandardCharsets.UTF_8);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
