package dev.newswire.ingest.feed;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.internal.StringUtil;

/** References of feeds and of the HTML in them (RFC 3986). */
final class Links {

    private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.*", Pattern.DOTALL);
    private static final Pattern NEEDS_RESOLVING = Pattern.compile("/\\.{1,2}(?:/|\\z)");
    private static final Set<String> HARMLESS = Set.of("http", "https", "mailto", "ftp", "tel");

    private Links() {}

    /** The reference made absolute; as it stands where there is no base that helps. */
    static String resolve(String base, String reference) {
        String stripped = withoutBreaks(reference);
        boolean isAbsolute = SCHEME.matcher(stripped).matches();
        if (base.isEmpty() || (isAbsolute && !NEEDS_RESOLVING.matcher(stripped).find())) {
            return stripped;
        }
        if (stripped.isEmpty()) {
            return base;
        }
        String resolved = StringUtil.resolve(base, stripped);
        return resolved.isEmpty() ? stripped : resolved;
    }

    static boolean isAbsolute(String reference) {
        return SCHEME.matcher(reference).matches();
    }

    /** Whether following the reference cannot run anything: a relative one, or one of a few schemes. */
    static boolean isHarmless(String reference) {
        StringBuilder visible = new StringBuilder(reference.length());
        reference.chars().filter(c -> c > ' ' && c != 0x7F).forEach(c -> visible.append((char) c));
        int colon = visible.indexOf(":");
        if (colon < 0 || !SCHEME.matcher(visible).matches()) {
            return colon < 0 || visible.substring(0, colon).matches(".*[/?#].*");
        }
        return HARMLESS.contains(visible.substring(0, colon).toLowerCase(Locale.ROOT));
    }

    /** Browsers drop line breaks and tabs within an address. */
    private static String withoutBreaks(String reference) {
        String stripped = reference.strip();
        return stripped.indexOf('\n') < 0 && stripped.indexOf('\t') < 0 && stripped.indexOf('\r') < 0
                ? stripped
                : stripped.replaceAll("[\\t\\n\\r]+ *", "");
    }
}
