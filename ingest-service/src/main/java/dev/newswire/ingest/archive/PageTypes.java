package dev.newswire.ingest.archive;

import dev.newswire.ingest.source.DocumentType;
import dev.newswire.ingest.source.Sniffer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Media types that articles are archived in. Servers lie: the content must agree. */
final class PageTypes {

    private static final Map<String, DocumentType> DECLARED = Map.of(
            "text/html", DocumentType.HTML,
            "application/xhtml+xml", DocumentType.HTML,
            "application/json", DocumentType.JSON,
            "application/ld+json", DocumentType.JSON,
            "application/feed+json", DocumentType.JSON,
            "application/rss+xml", DocumentType.FEED,
            "application/atom+xml", DocumentType.FEED,
            "application/rdf+xml", DocumentType.FEED);

    /** Declared so, only what the content shows to be a page or a feed is one. */
    private static final Set<String> OPEN =
            Set.of("", "application/octet-stream", "application/xml", "text/xml", "application/http", "unknown");

    private static final Set<String> FAMILIES =
            Set.of("text", "image", "audio", "video", "font", "application", "multipart", "message", "model");

    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*[\"']?([^\"';\\s]+)");

    private PageTypes() {}

    /** The form of the document, or null where it is none of ours. */
    static @Nullable DocumentType typeOf(String contentType, byte[] content) {
        String name = name(contentType);
        DocumentType declared = DECLARED.get(name);
        if (declared == null && !OPEN.contains(name)) {
            return null;
        }
        DocumentType found = Sniffer.typeOf(Arrays.copyOf(content, Math.min(content.length, Sniffer.WINDOW_BYTES)));
        if (found == DocumentType.EMPTY || found == DocumentType.BINARY) {
            return declared == null ? null : found;
        }
        if (found == DocumentType.FEED || found == DocumentType.HTML) {
            return found;
        }
        return declared;
    }

    /** A name for what is skipped: one of few. */
    static String family(String contentType) {
        String name = name(contentType);
        int slash = name.indexOf('/');
        String family = slash < 0 ? name : name.substring(0, slash);
        return FAMILIES.contains(family) ? family : "unknown";
    }

    /** The declared encoding, or null where there is none that we know. */
    static @Nullable Charset charset(String contentType) {
        Matcher charset = CHARSET.matcher(contentType);
        try {
            return charset.find() ? Charset.forName(charset.group(1)) : null;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }

    private static String name(String contentType) {
        int end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
}
