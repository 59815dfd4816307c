package dev.newswire.ingest.normalise;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one form of an article's URL.
 *
 * <p>Scheme and host in lower case (international names in their ASCII form), no user name, default port or fragment
 * (except {@code #!}, which names a page), dot segments resolved, escapes in one form (one of a slash or a percent sign
 * stays one), no tracking parameters and sessions, the others sorted by name (those of one name stay in their order), no
 * slash at the end of a path except the root's.
 */
public final class CanonicalUrl {

    private static final Pattern PARTS =
            Pattern.compile("(?i)(https?)://([^/?#\\\\]*)([^?#]*)(?:\\?([^#]*))?(?:#(.*))?", Pattern.DOTALL);
    private static final Pattern BREAKS = Pattern.compile("[\\t\\n\\r]");
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:.*@)?(\\[[0-9A-Fa-f:.]+]|[^:\\[\\]]+?)\\.?(?::(\\d{0,5}))?");
    private static final Pattern SESSION = Pattern.compile("(?i);jsessionid=[^/;]*");

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private static final int LAST_PORT = 65_535;

    private CanonicalUrl() {}

    /** The canonical form, or null where the text is not an absolute http or https URL with a usable host. */
    public static @Nullable String of(String url) {
        Matcher parts = PARTS.matcher(BREAKS.matcher(url.strip()).replaceAll(""));
        if (!parts.matches()) {
            return null;
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        String authority = authority(scheme, parts.group(2));
        if (authority == null) {
            return null;
        }
        return scheme + "://" + authority + path(parts.group(3)) + query(parts.group(4)) + fragment(parts.group(5));
    }

    /** Host of an http or https URL in lower case without a leading {@code www.}, or null where there is none. */
    public static @Nullable String host(String url) {
        Matcher parts = PARTS.matcher(url.strip());
        if (!parts.matches()) {
            return null;
        }
        Matcher authority = AUTHORITY.matcher(parts.group(2));
        String host = authority.matches() ? HostName.ascii(authority.group(1)) : null;
        return host != null && host.startsWith("www.") && host.length() > 4 ? host.substring(4) : host;
    }

    private static @Nullable String authority(String scheme, String raw) {
        Matcher authority = AUTHORITY.matcher(raw);
        if (!authority.matches()) {
            return null;
        }
        String host = HostName.ascii(authority.group(1));
        String port = authority.group(2);
        if (host == null || port == null || port.isEmpty()) {
            return host;
        }
        int number = Integer.parseInt(port);
        if (number == (scheme.equals("http") ? HTTP_PORT : HTTPS_PORT)) {
            return host;
        }
        return number >= 1 && number <= LAST_PORT ? host + ":" + number : null;
    }

    private static String path(String raw) {
        String named = raw.indexOf(';') < 0 ? raw : SESSION.matcher(raw).replaceAll("");
        String path = UrlEscapes.path(named.replace('\\', '/'));
        int end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.isEmpty() ? "/" : path.substring(0, end);
    }

    private static String query(@Nullable String raw) {
        return raw == null ? "" : TrackingParameters.withoutThem(raw);
    }

    private static String fragment(@Nullable String raw) {
        return raw != null && raw.startsWith("!") ? "#" + UrlEscapes.normalise(raw) : "";
    }
}
