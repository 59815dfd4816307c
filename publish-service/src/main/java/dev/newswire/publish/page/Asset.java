package dev.newswire.publish.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.CRC32;

/**
 * A file that pages refer to.
 *
 * @param path where it is served
 * @param mediaType without the character set, which is UTF-8
 * @param version different whenever the text is, so that browsers may keep it for ever
 * @param text what it holds
 */
public record Asset(String path, String mediaType, String version, String text) {
    /** Everything that pages refer to. */
    static final Asset STYLE = of("style.css", "text/css");

    static final Asset SCRIPT = of("page.js", "text/javascript");

    static final Asset ICON = of("icon.svg", "image/svg+xml");

    private static Asset of(String name, String mediaType) {
        String text = read(name);
        CRC32 checksum = new CRC32();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return new Asset("/assets/" + name, mediaType, Long.toHexString(checksum.getValue()), text);
    }

    private static String read(String name) {
        try (InputStream in = Asset.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
