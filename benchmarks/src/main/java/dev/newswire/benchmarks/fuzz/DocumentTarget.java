package dev.newswire.benchmarks.fuzz;

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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Documents: reader, intake, serialisation. */
final class DocumentTarget implements FuzzTarget {

    private static final Instant NOW = Instant.parse("2025-07-30T12:00:00Z");

    /** What senders say about a document; which one applies is decided by its length. */
    private static final List<Origin> ORIGINS = List.of(
            new Origin(null, null, NOW, null),
            new Origin(null, "https://news.example.org/world/a-story?id=1", NOW, null),
            new Origin("example", null, NOW.minusSeconds(86_400), StandardCharsets.UTF_8),
            new Origin(null, null, NOW, StandardCharsets.ISO_8859_1));

    private static final int LINE_BYTES = 1024 * 1024;

    private final DocumentType type;
    private final Readers readers = new Readers();
    private final Intake intake = new Intake(Limits.STANDARD);

    DocumentTarget(DocumentType type) {
        this.type = type;
    }

    @Override
    public String run(byte[] input) throws IOException, BrokenPromiseException {
        Document document = new Document(input, ORIGINS.get(input.length % ORIGINS.size()));
        DocumentType sniffed = Sniffer.typeOf(input);
        boolean isLines = type == DocumentType.JSON && sniffed == DocumentType.NDJSON;
        List<Reading> readings = isLines ? lines(document) : readers.read(type, document);
        List<Outcome> outcomes = intake.prepare(readings, null, NOW);
        return sniffed + " " + Promises.check(input, readings, outcomes);
    }

    private List<Reading> lines(Document document) throws IOException {
        LineInput lines = new LineInput(new ByteArrayInputStream(document.content()), LINE_BYTES);
        List<Reading> readings = new ArrayList<>();
        for (LineInput.Line line = lines.next(); line != null; line = lines.next()) {
            Document one = new Document(line.bytes(), document.origin());
            readings.add(readers.readLine(one, readings.size() + 1, line.number()));
        }
        return readings;
    }
}
