package dev.newswire.benchmarks.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The words that a grammar turns on, one a line of a resource, with Java's escapes. */
record Words(List<byte[]> tokens) {

    static Words of(PathKind kind) {
        String name = kind.id() + ".words";
        try (InputStream resource = Objects.requireNonNull(Words.class.getResourceAsStream(name), name)) {
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            return new Words(text.lines()
                    .map(String::translateEscapes)
                    .map(token -> token.getBytes(StandardCharsets.UTF_8))
                    .toList());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
