package dev.newswire.platform.runtime;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * An answer that is not good news, as problem details (RFC 9457).
 *
 * @param status of HTTP
 * @param detail one sentence for the sender
 * @param retryAfterSeconds when to send again, or 0 where that would not help
 */
public record HttpProblem(int status, String detail, int retryAfterSeconds) {

    /** Its media type. */
    public static final String CONTENT_TYPE = "application/problem+json";

    private static final JsonFactory JSON = new JsonFactory();

    /** A problem that sending again does not mend. */
    public static HttpProblem of(int status, String detail) {
        return new HttpProblem(status, detail, 0);
    }

    /** Answers with it. */
    public void send(Response response, Callback callback) {
        if (retryAfterSeconds > 0) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, retryAfterSeconds);
        }
        HttpText.send(response, callback, status, CONTENT_TYPE, json());
    }

    /** The fields that every problem has, for a generator within an object. */
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStringField("type", "about:blank");
        json.writeStringField("title", HttpStatus.getMessage(status));
        json.writeNumberField("status", status);
        json.writeStringField("detail", detail);
    }

    /** As JSON. */
    public String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            writeTo(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.append('\n').toString();
    }
}
