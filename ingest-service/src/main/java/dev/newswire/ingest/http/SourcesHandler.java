package dev.newswire.ingest.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.newswire.ingest.access.Access;
import dev.newswire.ingest.poll.Source;
import dev.newswire.ingest.poll.SourceStatus;
import dev.newswire.platform.runtime.HttpText;
import dev.newswire.schema.SourceState;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/sources}: each source that is polled, and how it fares. Never shows headers or queries: they may be secret. */
public final class SourcesHandler extends Handler.Abstract.NonBlocking {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String PATH = "/v1/sources";

    private final Access access;
    private final Supplier<List<SourceStatus>> sources;
    private final Supplier<List<String>> mistakes;

    /**
     * Answers whom {@code access} knows.
     *
     * @param mistakes of the list of sources as it stands
     */
    public SourcesHandler(Access access, Supplier<List<SourceStatus>> sources, Supplier<List<String>> mistakes) {
        this.access = access;
        this.sources = sources;
        this.mistakes = mistakes;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!Request.getPathInContext(request).equals(PATH)
                || !request.getMethod().equals("GET")) {
            return false;
        }
        try {
            Credentials.of(request, access);
        } catch (ProblemException refused) {
            Answers.send(refused.problem(), response, callback);
            return true;
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            write(json);
        }
        HttpText.send(
                response, callback, 200, "application/json", text.append('\n').toString());
        return true;
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("sources");
        for (SourceStatus status : sources.get()) {
            json.writeStartObject();
            write(status, json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("mistakes");
        for (String mistake : mistakes.get()) {
            json.writeString(mistake);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(SourceStatus status, JsonGenerator json) throws IOException {
        Source source = status.source();
        json.writeStringField("id", source.id());
        json.writeStringField("type", source.type().id());
        json.writeStringField("condition", status.condition());
        json.writeArrayFieldStart("urls");
        for (String url : source.urls()) {
            json.writeString(url.replaceAll("[?#].*", ""));
        }
        json.writeEndArray();
        SourceState state = status.state();
        if (state != null) {
            write(state, status.nextPollAt(), json);
        }
    }

    private static void write(SourceState state, @Nullable Instant nextPollAt, JsonGenerator json) throws IOException {
        writeTime("nextPollAt", nextPollAt, json);
        json.writeNumberField("intervalSeconds", state.getIntervalSeconds());
        writeTime("lastPollAt", state.getLastPollAt(), json);
        writeTime("lastChangeAt", state.getLastChangeAt(), json);
        json.writeStringField("lastResult", state.getLastResult());
        if (state.getLastError() != null) {
            json.writeStringField("lastError", state.getLastError());
        }
        json.writeNumberField("failures", state.getFailures());
        json.writeNumberField("lastArticles", state.getLastItems());
        json.writeNumberField("articles", state.getItems());
    }

    private static void writeTime(String name, @Nullable Instant time, JsonGenerator json) throws IOException {
        if (time != null) {
            json.writeStringField(name, time.toString());
        }
    }
}
