package dev.newswire.ingest.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which URLs are asked for: {@code http} and {@code https} on a few ports, without a user name.
 *
 * @param ports that may be connected to
 */
public record UrlPolicy(Set<Integer> ports) {

    private static final int LONGEST = 4_096;
    private static final Pattern PARTS =
            Pattern.compile("(?i)(https?):/{2}([^/?#\\\\]*)([^?#]*)(\\?[^#]*)?(?:#.*)?", Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[^\\]@]*]|[^:\\[\\]@]+)(?::(\\d{0,5}))?");
    private static final String ALLOWED = "-._~!$&'()*+,;=:@/?%";

    /** Copies what it is given. */
    public UrlPolicy {
        ports = Set.copyOf(ports);
    }

    /**
     * The URL in the form in which it is asked for: host in lower case and ASCII, what must be escaped escaped, no
     * fragment.
     *
     * @throws FetchException if it is not one that is fetched
     */
    public URI check(String url) throws FetchException {
        String text = url.strip().replaceAll("[\\t\\n\\r]", "");
        if (text.length() > LONGEST) {
            throw refused("the URL has more than " + LONGEST + " characters");
        }
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw refused("\"" + shown(text) + "\" is not an absolute http or https URL");
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        String path = escaped(parts.group(3).replace('\\', '/'));
        String query = parts.group(4) == null ? "" : escaped(parts.group(4));
        return uri(scheme + "://" + authority(scheme, parts.group(2)) + (path.isEmpty() ? "/" : path) + query);
    }

    /** The target of a redirect or of a link, against the URL of the document that has it. */
    URI resolve(URI base, String reference) throws FetchException {
        String text = reference.strip();
        if (text.regionMatches(true, 0, "http:", 0, 5) || text.regionMatches(true, 0, "https:", 0, 6)) {
            return check(text);
        }
        try {
            return check(base.resolve(escaped(text.replaceAll("#.*", ""))).toString());
        } catch (IllegalArgumentException e) {
            throw refused("\"" + shown(text) + "\" is not a URL");
        }
    }

    private String authority(String scheme, String raw) throws FetchException {
        if (raw.indexOf('@') >= 0) {
            throw refused("the URL carries a user name or password; set a header for the source instead");
        }
        Matcher authority = AUTHORITY.matcher(raw);
        if (!authority.matches()) {
            throw refused("the URL has no host");
        }
        String host = HostNames.normal(authority.group(1));
        int standard = scheme.equals("http") ? 80 : 443;
        int port = port(authority.group(2), standard);
        if (!ports.contains(port)) {
            throw refused("port " + port + " is not among those that are fetched from");
        }
        return port == standard ? host : host + ":" + port;
    }

    private static int port(@Nullable String stated, int standard) {
        return stated == null || stated.isEmpty() ? standard : Integer.parseInt(stated);
    }

    private static URI uri(String text) throws FetchException {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw refused("\"" + shown(text) + "\" is not a URL");
        }
    }

    /** Escapes what no URL may contain; a percent sign that begins no escape is one of these. */
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean isStray = c == '%' && !isEscape(text, i);
            if (!isStray && (Character.isLetterOrDigit(c) && c < 0x80 || c < 0x80 && ALLOWED.indexOf(c) >= 0)) {
                out.append((char) c);
            } else {
                for (byte octet : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    out.append(String.format(Locale.ROOT, "%%%02X", octet & 0xFF));
                }
            }
            i += Character.charCount(c);
        }
        return out.toString();
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }

    private static String shown(String text) {
        return text.length() > 100 ? text.substring(0, 100) + "…" : text;
    }

    private static FetchException refused(String reason) {
        return new FetchException(Failure.URL, reason);
    }
}
