package dev.newswire.integration.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

/** Articles that nobody wrote, each with an identifier and a text of its own. */
final class Articles {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SOURCES = 25;
    private final Random random = new Random(42);
    private int made;

    /** The next one. */
    String next() {
        int number = made++;
        Map<String, String> article = Map.of(
                "source", "source-" + number % SOURCES,
                "id", "article-" + number,
                "language", "en",
                "title", "Council " + random.nextInt(1_000_000) + " reports on matter " + number,
                "body", sentence());
        try {
            return JSON.writeValueAsString(article);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** So many of them, one a line. */
    static Path write(Path file, int count) throws IOException {
        Articles articles = new Articles();
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (int i = 0; i < count; i++) {
                writer.write(articles.next());
                writer.newLine();
            }
        }
        return file;
    }

    /** Words of four syllables out of forty million: few articles share one, so that links stay cheap. */
    private String sentence() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            for (int syllable = 0; syllable < 4; syllable++) {
                text.append("bcdfghklmnprstvz".charAt(random.nextInt(16))).append("aeiou".charAt(random.nextInt(5)));
            }
            text.append(i % 12 == 11 ? "." : " ");
        }
        return text.toString();
    }
}
