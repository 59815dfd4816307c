package dev.newswire.benchmarks.ingest;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.newswire.benchmarks.data.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Articles as lines of NDJSON, each of its own: no two share identifier, URL, title or text. */
final class Lines {
    /** Length of a line that the bar speaks of, in bytes. */
    static final int LINE_BYTES = 5_000;

    /** What the other fields and the escapes of the text take. */
    private static final int AROUND_THE_TEXT_BYTES = 420;

    private static final JsonStringEncoder ESCAPES = JsonStringEncoder.getInstance();

    private final List<String> texts;
    private final String run = Long.toString(System.currentTimeMillis(), 36);
    private int made;

    private Lines(List<String> texts) {
        this.texts = texts;
    }

    /** Made of the posts in a folder or archive; of generated texts where it is null. */
    static Lines of(@Nullable Path path) throws IOException {
        List<String> escaped = Texts.of(path, LINE_BYTES - AROUND_THE_TEXT_BYTES).stream()
                .map(text -> new String(ESCAPES.quoteAsString(text)))
                .toList();
        return new Lines(escaped);
    }

    /** The next articles, that many. */
    List<Line> next(int count) {
        List<Line> lines = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            lines.add(next());
        }
        return lines;
    }

    /** As a scraper sends it: what the page says, and no language, which few pages state. */
    private Line next() {
        String number = run + "-" + made;
        String text = texts.get(made % texts.size());
        String json = "{\"source\":\"gov-" + made % 20 + "\",\"externalId\":\"" + number
                + "\",\"url\":\"https://www.example.org/news/2026/" + number + "?utm_source=feed\""
                + ",\"title\":\"Agency publishes its report number " + made + " on the work of the year\""
                + ",\"authors\":[\"Ann Example\",\"Bo Sample\"],\"publishedAt\":\"2026-01-15T10:"
                + (10 + made % 50) + ":00Z\",\"body\":\"This is report " + number + " of the series.\\n" + text
                + "\"}\n";
        made++;
        return new Line(number, json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * An article.
     *
     * @param key identifier, of no other article
     * @param bytes its JSON in UTF-8 with the line feed at its end
     */
    record Line(String key, byte[] bytes) {}
}
