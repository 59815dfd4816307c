package dev.newswire.ingest.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.newswire.schema.ArticleFate;
import java.io.IOException;
import java.util.Locale;

/** Writes a fate as JSON. */
final class FateJson {

    private FateJson() {}

    static void write(ArticleFate fate, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("fate", fate.getFate().name().toLowerCase(Locale.ROOT));
        if (fate.getReason() != null) {
            json.writeStringField("reason", fate.getReason());
        }
        if (fate.getSource() != null) {
            json.writeStringField("source", fate.getSource());
        }
        json.writeNumberField("revision", fate.getRevision());
        json.writeStringField("decidedAt", fate.getDecidedAt().toString());
        json.writeStringField("service", fate.getService());
        json.writeObjectFieldStart("event");
        json.writeStringField("topic", fate.getEventTopic());
        json.writeNumberField("partition", fate.getEventPartition());
        json.writeNumberField("offset", fate.getEventOffset());
        json.writeEndObject();
        json.writeEndObject();
    }
}
