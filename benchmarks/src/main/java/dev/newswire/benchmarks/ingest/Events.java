package dev.newswire.benchmarks.ingest;

import dev.newswire.ingest.intake.Intake;
import dev.newswire.ingest.intake.Limits;
import dev.newswire.ingest.intake.Outcome;
import dev.newswire.ingest.source.Document;
import dev.newswire.ingest.source.Origin;
import dev.newswire.ingest.source.Readers;
import dev.newswire.platform.serde.AvroTopicSerdes;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.RawArticle;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serializer;

/** The events that ingest makes of lines, in the bytes that it writes. */
final class Events {
    private final Readers readers = new Readers();
    private final Intake intake = new Intake(Limits.STANDARD);
    private final Serializer<RawArticle> serializer;

    Events(Map<String, Object> kafka) {
        serializer = AvroTopicSerdes.from(kafka).of(Topics.RAW).serializer();
    }

    /** The events with the keys of their lines. */
    List<Lines.Line> of(List<Lines.Line> lines) {
        return lines.stream()
                .map(line -> new Lines.Line(line.key(), bytes(line)))
                .toList();
    }

    private byte[] bytes(Lines.Line line) {
        Instant now = Instant.now();
        Document document = new Document(line.bytes(), new Origin(null, null, now, null));
        List<Outcome> outcomes = intake.prepare(List.of(readers.readLine(document, 1, 1)), null, now);
        return serializer.serialize(Topics.RAW.name(), ((Outcome.Ready) outcomes.get(0)).article());
    }
}
