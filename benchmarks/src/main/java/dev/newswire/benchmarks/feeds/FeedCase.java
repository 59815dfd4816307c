package dev.newswire.benchmarks.feeds;

import dev.newswire.ingest.feed.FeedCharsets;
import dev.newswire.ingest.feed.FeedDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file with a feed.
 *
 * @param name path below the folder, with forward slashes
 * @param kind what is asked of it
 * @param document the feed
 * @param expected the expression behind {@code Expect:}, or null
 */
record FeedCase(
        String name,
        Kind kind,
        FeedDocument document,
        @Nullable String expected) {

    /** What is asked of a case. */
    enum Kind {
        /** Is to be read. */
        WELL_FORMED,
        /** Is to be read if it can be repaired. */
        ILL_FORMED,
        /** Tests something else, such as an encoding. */
        OTHER
    }

    private static final String SERVER = "http://127.0.0.1:8097/";
    private static final int HEAD = 16 * 1024;
    private static final Pattern EXPECT = Pattern.compile("Expect:[ \\t]*([^\\r\\n]*+)");
    private static final Pattern END = Pattern.compile("\\s*-->.*$");
    private static final Pattern CONTENT_TYPE = Pattern.compile("(?i)Header:\\s*Content-type:\\s*([^\\r\\n]+)");
    private static final Pattern LOCATION = Pattern.compile("(?i)Header:\\s*Content-Location:\\s*([^\\r\\n]+)");

    static FeedCase read(Path folder, Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        String name = folder.relativize(file).toString().replace('\\', '/');
        String head = head(content);
        FeedDocument document = new FeedDocument(
                content, FeedCharsets.ofContentType(group(CONTENT_TYPE, head).orElse(null)), url(name, head));
        String expected = group(EXPECT, head)
                .map(words -> END.matcher(words).replaceFirst("").strip())
                .orElse(null);
        return new FeedCase(name, kind(name, content), document, expected);
    }

    /** By folder where the folders say so, else by Java's own parser. */
    private static Kind kind(String name, byte[] content) {
        String path = "/" + name;
        if (path.contains("/wellformed/") || path.contains("/json/")) {
            return Kind.WELL_FORMED;
        }
        if (path.contains("/illformed/")) {
            return Kind.ILL_FORMED;
        }
        if (path.contains("/encoding/") || path.contains("/entities/")) {
            return Kind.OTHER;
        }
        return WellFormedness.of(content) ? Kind.WELL_FORMED : Kind.ILL_FORMED;
    }

    /** The words at the start, whatever the encoding: what matters of them is ASCII or UTF-8. */
    private static String head(byte[] content) {
        String bytes = new String(content, 0, Math.min(content.length, HEAD), StandardCharsets.ISO_8859_1);
        byte[] narrow = bytes.replace("\u0000", "").getBytes(StandardCharsets.ISO_8859_1);
        String text = new String(narrow, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 ? text : new String(narrow, StandardCharsets.ISO_8859_1);
    }

    /** Where feedparser's own server would have it, for cases that need one. */
    private static @Nullable String url(String name, String head) {
        if (!name.contains("http")) {
            return null;
        }
        String url = SERVER + name.substring(name.indexOf("tests/") < 0 ? 0 : name.indexOf("tests/"));
        String location = group(LOCATION, head).orElse("").strip();
        if (location.matches("(?i)https?://.*")) {
            return location;
        }
        return location.startsWith("/") ? SERVER + location.substring(1) : url;
    }

    private static Optional<String> group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }
}
