package dev.newswire.ingest.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.newswire.ingest.intake.ItemResult;
import dev.newswire.ingest.intake.Report;
import dev.newswire.ingest.source.Place;
import dev.newswire.platform.runtime.HttpProblem;
import dev.newswire.platform.runtime.HttpText;
import dev.newswire.schema.ArticleFate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Writes reports and problems as JSON. */
final class Answers {

    private static final JsonFactory JSON = new JsonFactory();

    private Answers() {}

    /** 202 with what became of each item. */
    static void send(Report report, Response response, Callback callback) {
        String body = write(json -> {
            json.writeStartObject();
            write(report, json);
            json.writeEndObject();
        });
        HttpText.send(response, callback, Status.ACCEPTED.code(), "application/json", body);
    }

    /** 200 with the fates of an article, the newest first. */
    static void send(String articleId, List<ArticleFate> fates, Response response, Callback callback) {
        String body = write(json -> {
            json.writeStartObject();
            json.writeStringField("id", articleId);
            json.writeArrayFieldStart("events");
            for (ArticleFate fate : fates) {
                FateJson.write(fate, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        HttpText.send(response, callback, 200, "application/json", body);
    }

    /** The problem's status with its details. */
    static void send(Problem problem, Response response, Callback callback) {
        problem.headers().forEach(response.getHeaders()::put);
        String body = write(json -> write(problem, json));
        HttpText.send(response, callback, problem.status().code(), HttpProblem.CONTENT_TYPE, body);
    }

    private static void write(Problem problem, JsonGenerator json) throws IOException {
        json.writeStartObject();
        HttpProblem.of(problem.status().code(), problem.detail()).writeTo(json);
        if (problem.report() != null) {
            write(problem.report(), json);
        }
        json.writeEndObject();
    }

    private static void write(Report report, JsonGenerator json) throws IOException {
        json.writeNumberField("accepted", report.accepted());
        json.writeNumberField("rejected", report.rejected());
        json.writeArrayFieldStart("results");
        for (ItemResult result : report.results()) {
            json.writeStartObject();
            write(result, json);
            json.writeEndObject();
        }
        json.writeEndArray();
        if (report.omitted() > 0) {
            json.writeNumberField("resultsOmitted", report.omitted());
        }
    }

    private static void write(ItemResult result, JsonGenerator json) throws IOException {
        Place place = result.place();
        json.writeNumberField("item", place.item());
        if (place.line() > 0) {
            json.writeNumberField("line", place.line());
        }
        if (result instanceof ItemResult.Accepted accepted) {
            json.writeStringField("status", "accepted");
            json.writeStringField("id", accepted.articleId());
            json.writeNumberField("revision", accepted.revision());
            writeText(json, "title", accepted.title());
            writeWarnings(accepted.warnings(), json);
        }
        if (result instanceof ItemResult.Rejected rejected) {
            json.writeStringField("status", "rejected");
            json.writeStringField("rule", rejected.refusal().rule().id());
            json.writeStringField("error", rejected.refusal().reason());
            writeText(json, "pointer", place.pointer() + rejected.refusal().pointer());
        }
    }

    private static void writeText(JsonGenerator json, String name, String value) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(name, value);
        }
    }

    private static void writeWarnings(List<String> warnings, JsonGenerator json) throws IOException {
        if (warnings.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("warnings");
        for (String warning : warnings) {
            json.writeString(warning);
        }
        json.writeEndArray();
    }

    private interface Body {
        void writeTo(JsonGenerator json) throws IOException;
    }

    private static String write(Body body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            body.writeTo(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.append('\n').toString();
    }
}
