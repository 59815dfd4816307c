package dev.newswire.ingest.identity;

import dev.newswire.ingest.normalise.CanonicalUrl;
import dev.newswire.ingest.normalise.Text;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Identifiers of sources: 1 to 64 characters of a-z, 0-9, '.' and '-'. */
public final class SourceName {

    /** The source of a page that gives no hint where it comes from. */
    public static final String UNKNOWN = "web";

    private static final int LIMIT = 64;
    private static final Pattern VALID = Pattern.compile("[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9.]+");
    private static final Pattern EDGES = Pattern.compile("^[.-]+|[.-]+$");

    private SourceName() {}

    /** Whether the text is an identifier as it stands. */
    public static boolean isValid(String text) {
        return VALID.matcher(text).matches();
    }

    /**
     * The identifier for a name as people write it: "Nikkei Asia" → {@code nikkei-asia}. A name without Latin letters or
     * digits becomes {@code s-} and a hash, so that it is stable too.
     */
    public static String slug(String name) {
        String line = Text.oneLine(name);
        String latin =
                MARKS.matcher(Normalizer.normalize(line, Normalizer.Form.NFKD)).replaceAll("");
        String dashed = OTHERS.matcher(latin.toLowerCase(Locale.ROOT)).replaceAll("-");
        String slug = EDGES.matcher(dashed).replaceAll("");
        if (slug.isEmpty()) {
            return "s-" + Digest.of(line).hex(4);
        }
        return slug.length() <= LIMIT
                ? slug
                : EDGES.matcher(slug.substring(0, LIMIT)).replaceAll("");
    }

    /** The identifier for the site of a URL: its host without {@code www.}; null where the URL has none. */
    public static @Nullable String ofUrl(@Nullable String url) {
        String host = url == null ? null : CanonicalUrl.host(url);
        return host == null ? null : slug(host);
    }
}
