package dev.newswire.ingest.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;

/** What the service answered. */
record Answer(int status, HttpResponse<String> response) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    String contentType() {
        return response.headers().firstValue("Content-Type").orElse("");
    }

    JsonNode json() {
        try {
            return MAPPER.readTree(response.body());
        } catch (JsonProcessingException failure) {
            throw new AssertionError(response.body(), failure);
        }
    }
}
