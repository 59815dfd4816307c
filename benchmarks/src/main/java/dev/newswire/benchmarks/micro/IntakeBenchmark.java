package dev.newswire.benchmarks.micro;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newswire.ingest.intake.Intake;
import dev.newswire.ingest.intake.Limits;
import dev.newswire.ingest.intake.Outcome;
import dev.newswire.ingest.source.Document;
import dev.newswire.ingest.source.Origin;
import dev.newswire.ingest.source.Readers;
import dev.newswire.schema.RawArticle;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** From a line of NDJSON to an event. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class IntakeBenchmark {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Origin ORIGIN = new Origin(null, null, Instant.EPOCH, null);

    private final Readers readers = new Readers();
    private final Intake intake = new Intake(Limits.STANDARD);
    private final Turns<byte[]> lines = Turns.of(Samples.raw(200), IntakeBenchmark::line);

    /** Reads, cleans, tells the language, hashes. */
    @Benchmark
    public List<Outcome> lineToEvent() {
        Document line = new Document(lines.next(), ORIGIN);
        return intake.prepare(List.of(readers.readLine(line, 1, 1)), null, Samples.START);
    }

    private static byte[] line(RawArticle article) {
        try {
            return JSON.writeValueAsBytes(Map.of(
                    "source", article.getSource(),
                    "externalId", article.getArticleId(),
                    "url", article.getCanonicalUrl() + "?utm_source=feed",
                    "title", article.getTitle(),
                    "authors", article.getAuthors(),
                    "publishedAt", article.getReceivedAt().toString(),
                    "body", article.getBody()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
