package dev.newswire.publish.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the JSON renderers share: a generator and fields that are left out where there is nothing to say. */
final class JsonWriter {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonWriter() {}

    /** Something that writes one JSON value. */
    interface Content {
        void writeTo(JsonGenerator json) throws IOException;
    }

    /** The JSON text of a value, for people too. */
    static String write(Content content) {
        return write(content, true) + "\n";
    }

    /** The JSON text of a value in one line. */
    static String line(Content content) {
        return write(content, false);
    }

    private static String write(Content content, boolean isPretty) {
        StringWriter text = new StringWriter(4096);
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            if (isPretty) {
                json.useDefaultPrettyPrinter();
            }
            content.writeTo(json);
        } catch (IOException e) {
            throw new UncheckedIOException("A string cannot fail to be written.", e);
        }
        return text.toString();
    }

    static void text(JsonGenerator json, String field, @Nullable String value) throws IOException {
        if (value != null && !value.isEmpty()) {
            json.writeStringField(field, value);
        }
    }

    static void time(JsonGenerator json, String field, @Nullable Instant value) throws IOException {
        text(json, field, value == null ? null : Times.rfc3339(value));
    }

    static void texts(JsonGenerator json, String field, List<String> values) throws IOException {
        if (values.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(field);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    /** A number between 0 and 1, to three digits. */
    static void share(JsonGenerator json, String field, float value) throws IOException {
        json.writeNumberField(field, Math.round(value * 1000) / 1000.0);
    }
}
