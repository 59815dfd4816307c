package dev.newswire.ingest.fetch;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server answered.
 *
 * @param url that was answered for
 * @param status of HTTP
 * @param headers by name in lower case
 * @param body decoded
 */
public record Answer(URI url, int status, Map<String, String> headers, byte[] body) {

    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\\s;\"]+)");

    /** The value of a header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The encoding that the server declares, where Java knows it. */
    public Optional<Charset> charset() {
        Matcher declared = CHARSET.matcher(headers.getOrDefault("content-type", ""));
        try {
            return declared.find() ? Optional.of(Charset.forName(declared.group(1))) : Optional.empty();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    boolean isRedirect() {
        boolean moved = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
        return moved && headers.containsKey("location");
    }

    boolean isPermanentRedirect() {
        return isRedirect() && (status == 301 || status == 308);
    }
}
