package dev.newswire.ingest.http;

import dev.newswire.ingest.source.DocumentType;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Media types that articles come in. */
final class MediaTypes {

    private static final Map<String, DocumentType> KNOWN = Map.ofEntries(
            Map.entry("application/json", DocumentType.JSON),
            Map.entry("text/json", DocumentType.JSON),
            Map.entry("application/x-ndjson", DocumentType.NDJSON),
            Map.entry("application/ndjson", DocumentType.NDJSON),
            Map.entry("application/jsonl", DocumentType.NDJSON),
            Map.entry("text/html", DocumentType.HTML),
            Map.entry("application/xhtml+xml", DocumentType.HTML),
            Map.entry("text/plain", DocumentType.SCRAPED_PAGE),
            Map.entry("application/rss+xml", DocumentType.FEED),
            Map.entry("application/atom+xml", DocumentType.FEED),
            Map.entry("application/rdf+xml", DocumentType.FEED),
            Map.entry("application/feed+json", DocumentType.FEED));

    /** Types that say too little: the content decides. */
    private static final Pattern OPEN = Pattern.compile("application/octet-stream|application/xml|text/xml|");

    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\";\\s]+)");

    private MediaTypes() {}

    /** What an answer says is taken here. */
    static String accepted() {
        return "application/json, application/x-ndjson, text/html, text/plain, application/rss+xml,"
                + " application/atom+xml, application/feed+json, application/xml, application/octet-stream";
    }

    /**
     * The form that a declared type means, or null where the content decides.
     *
     * @throws ProblemException if nothing of that type is taken
     */
    static @Nullable DocumentType typeOf(@Nullable String contentType) throws ProblemException {
        String name = name(contentType);
        DocumentType type = KNOWN.get(name);
        if (type == null && !OPEN.matcher(name).matches()) {
            throw Problem.of(
                            Status.UNSUPPORTED_MEDIA_TYPE,
                            "Content-Type \"" + name + "\" is not taken here; send one of " + accepted()
                                    + " (the last is recognised by its content)")
                    .with("Accept-Post", accepted())
                    .exception();
        }
        return type;
    }

    /**
     * The declared encoding, or null.
     *
     * @throws ProblemException if there is none of that name
     */
    static @Nullable Charset charset(@Nullable String contentType) throws ProblemException {
        Matcher charset = CHARSET.matcher(contentType == null ? "" : contentType);
        if (!charset.find()) {
            return null;
        }
        try {
            return Charset.forName(charset.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw Problem.of(Status.UNSUPPORTED_MEDIA_TYPE, "charset \"" + charset.group(1) + "\" is not known")
                    .exception();
        }
    }

    private static String name(@Nullable String contentType) {
        if (contentType == null) {
            return "";
        }
        int end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
}
