package dev.newswire.platform.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The part of the Confluent Schema Registry REST API that the pipeline needs; Confluent Schema Registry, Apicurio
 * Registry under {@code /apis/ccompat/v7}, Karapace and Redpanda all speak it.
 */
public final class RegistryClient {
    private static final int NOT_FOUND = 404;
    private static final ObjectMapper JSON = new ObjectMapper();
    private final RegistryTransport transport;

    private RegistryClient(RegistryTransport transport) {
        this.transport = transport;
    }

    /**
     * @param configuration client properties: {@code schema.registry.url}, and where needed
     *     {@code basic.auth.user.info} and {@code newswire.registry.retry.timeout.ms} (how long an absent registry is
     *     waited for, 240,000 by default)
     */
    public static RegistryClient from(Map<String, ?> configuration) {
        return new RegistryClient(RegistryTransport.from(configuration));
    }

    /** Whether the registry answers now; one attempt. */
    public boolean answers() {
        return transport.answers("/subjects");
    }

    /**
     * Returns once the registry answers, however long that takes.
     *
     * @throws org.apache.kafka.common.errors.InterruptException if interrupted
     */
    public void awaitAnswer() {
        transport.awaitAnswer("/subjects");
    }

    /** The schema with this id. */
    public String schemaById(long id) {
        return text(transport.get("/schemas/ids/" + id), "schema");
    }

    /** The id of a schema under a subject, where it is registered. */
    public Optional<Long> find(String subject, String schema) {
        try {
            JsonNode answer = transport.post("/subjects/" + encode(subject), schemaBody(schema));
            return Optional.of(answer.path("id").asLong());
        } catch (RegistryException e) {
            if (e.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Registers a schema; where it is registered already, nothing changes.
     *
     * @return its id
     * @throws RegistryException with status 409 where it is not compatible
     */
    public long register(String subject, String schema) {
        return transport
                .post("/subjects/" + encode(subject) + "/versions", schemaBody(schema))
                .path("id")
                .asLong();
    }

    /** Compatibility level set for this very subject. */
    public Optional<String> compatibility(String subject) {
        try {
            JsonNode answer = transport.get("/config/" + encode(subject));
            return Optional.of(text(answer, "compatibilityLevel"));
        } catch (RegistryException e) {
            if (e.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Sets the compatibility level of a subject. */
    public void compatibility(String subject, String level) {
        transport.put("/config/" + encode(subject), body(Map.of("compatibility", level)));
    }

    private static String text(JsonNode answer, String field) {
        return answer.path(field).asText();
    }

    private static String schemaBody(String schema) {
        return body(Map.of("schema", schema));
    }

    private static String body(Map<String, String> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of strings is always JSON", e);
        }
    }

    private static String encode(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
