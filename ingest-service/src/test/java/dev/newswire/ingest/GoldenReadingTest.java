package dev.newswire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.newswire.ingest.intake.Intake;
import dev.newswire.ingest.intake.Limits;
import dev.newswire.ingest.intake.Outcome;
import dev.newswire.ingest.source.Document;
import dev.newswire.ingest.source.DocumentType;
import dev.newswire.ingest.source.LineInput;
import dev.newswire.ingest.source.Origin;
import dev.newswire.ingest.source.Readers;
import dev.newswire.ingest.source.Reading;
import dev.newswire.ingest.source.Sniffer;
import dev.newswire.schema.RawArticle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every file in {@code golden/} against what is to come of it, in {@code <file>.expected.json}. After an intended change:
 * {@code -Dgolden.update=true}, and read the difference.
 */
class GoldenReadingTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final String EXPECTED = ".expected.json";
    private static final Instant RECEIVED_AT = Instant.parse("2025-07-30T12:00:00Z");
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Readers readers = new Readers();
    private final Intake intake = new Intake(Limits.STANDARD);

    static List<Path> inputs() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !file.toString().endsWith(EXPECTED))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void fileYieldsWhatIsExpectedOfIt(Path file) throws IOException {
        String actual = MAPPER.writeValueAsString(outcomes(Files.readAllBytes(file))) + "\n";
        Path expected = FOLDER.resolve(file.getFileName() + EXPECTED);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(expected));
    }

    private List<Map<String, Object>> outcomes(byte[] content) {
        Origin origin = new Origin(null, null, RECEIVED_AT, null);
        DocumentType type = Sniffer.typeOf(content);
        List<Reading> readings = type == DocumentType.NDJSON
                ? lines(content, origin)
                : readers.read(type, new Document(content, origin));
        return intake.prepare(readings, null, RECEIVED_AT).stream()
                .map(GoldenReadingTest::describe)
                .toList();
    }

    private List<Reading> lines(byte[] content, Origin origin) {
        LineInput lines = new LineInput(new ByteArrayInputStream(content), 1_000_000);
        List<Reading> readings = new ArrayList<>();
        try {
            for (LineInput.Line line = lines.next(); line != null; line = lines.next()) {
                readings.add(readers.readLine(new Document(line.bytes(), origin), readings.size() + 1, line.number()));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return readings;
    }

    private static Map<String, Object> describe(Outcome outcome) {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("item", outcome.place().item());
        if (outcome.place().line() > 0) {
            description.put("line", outcome.place().line());
        }
        if (outcome instanceof Outcome.Rejected rejected) {
            description.put("rule", rejected.refusal().rule().id());
            description.put("error", rejected.refusal().reason());
            description.put(
                    "pointer", outcome.place().pointer() + rejected.refusal().pointer());
            description.put("excerptBytes", rejected.excerpt().length());
        }
        if (outcome instanceof Outcome.Ready ready) {
            describe(ready.article(), description);
        }
        return description;
    }

    private static void describe(RawArticle article, Map<String, Object> description) {
        description.put("articleId", article.getArticleId());
        article.getSchema().getFields().stream()
                .filter(field ->
                        !field.name().equals("articleId") && !field.name().equals("receivedAt"))
                .forEach(field -> describe(field.name(), article.get(field.pos()), description));
    }

    private static void describe(String name, Object value, Map<String, Object> description) {
        boolean isEmpty = value == null || value.equals(false) || value.equals(List.of()) || value.equals("");
        if (isEmpty || (name.equals("kind") && value.toString().equals("UPSERT"))) {
            return;
        }
        boolean isPlain = value instanceof Number || value instanceof Boolean || value instanceof List;
        description.put(name, name.equals("body") ? value.toString().split("\n") : isPlain ? value : value.toString());
    }
}
