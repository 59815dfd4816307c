package dev.newswire.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The description of the API, held against what the server answers. */
final class ApiDescription {

    /** What a server may add to any answer, and needs no word. */
    private static final Set<String> COMMON_HEADERS = Set.of("content-type", "content-length", "date", "connection");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Set<String> seen = new TreeSet<>();
    private final JsonNode root;

    ApiDescription(String yaml) throws IOException {
        root = new YAMLMapper().readTree(yaml);
    }

    /** Every operation with each of its statuses, as {@code GET /path 200}. */
    Set<String> answers() {
        Set<String> answers = new TreeSet<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    operation
                            .getValue()
                            .path("responses")
                            .fieldNames()
                            .forEachRemaining(status -> answers.add(
                                    operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey() + " " + status));
                }));
        return answers;
    }

    /** Those of them that have been checked. */
    Set<String> seen() {
        return Set.copyOf(seen);
    }

    /** Media types that an operation says it takes. */
    Set<String> mediaTypes(String method, String path) {
        Set<String> types = new TreeSet<>();
        operation(method, path).path("requestBody").path("content").fieldNames().forEachRemaining(types::add);
        return types;
    }

    /** Names of the parameters of an operation, in the query or the header. */
    Set<String> parameters(String method, String path) {
        Set<String> names = new TreeSet<>();
        operation(method, path)
                .path("parameters")
                .forEach(parameter -> names.add(resolve(parameter).path("name").asText()));
        return names;
    }

    /** Values that a field of a schema may have. */
    Set<String> values(String schema, String field) {
        Set<String> values = new TreeSet<>();
        JsonNode described = root.path("components").path("schemas").path(schema);
        described.path("properties").path(field).path("enum").forEach(value -> values.add(value.asText()));
        return values;
    }

    /** Fails if the answer has a status, a media type, a header or a field that is not described. */
    void check(String method, String path, Wire answer) {
        String name = method + " " + path + " " + answer.status();
        JsonNode response = resolve(operation(method, path).path("responses").path(Integer.toString(answer.status())));
        assertThat(response.isObject())
                .as("%s is described; it said: %s", name, answer.body())
                .isTrue();
        checkHeaders(name, response.path("headers"), answer.headers());
        String type = answer.headers().getOrDefault("content-type", "").replaceAll(";.*", "");
        JsonNode content = response.path("content").path(type);
        assertThat(content.isObject()).as("%s with %s is described", name, type).isTrue();
        checkBody(name, content.path("schema"), type, answer.body());
        seen.add(name);
    }

    private void checkHeaders(String name, JsonNode described, Map<String, String> headers) {
        Set<String> known = new TreeSet<>(COMMON_HEADERS);
        described.properties().forEach(header -> {
            String key = header.getKey().toLowerCase(Locale.ROOT);
            known.add(key);
            JsonNode definition = resolve(header.getValue());
            if (definition.path("required").asBoolean()) {
                assertThat(headers).as(name).containsKey(key);
            }
            String value = headers.get(key);
            if (value != null) {
                assertValid(name + " " + key, definition.path("schema"), TextNode.valueOf(value));
            }
        });
        assertThat(known).as("headers that %s describes", name).containsAll(headers.keySet());
    }

    private void checkBody(String name, JsonNode schema, String type, String body) {
        try {
            boolean isJson = type.endsWith("json");
            assertValid(name, schema, isJson ? JSON.readTree(body) : TextNode.valueOf(body));
        } catch (IOException broken) {
            throw new AssertionError(name + ": " + body, broken);
        }
    }

    private void assertValid(String name, JsonNode schema, JsonNode value) {
        // References lead to the description's own components, so these come along.
        ObjectNode whole = schema.deepCopy();
        whole.set("components", root.path("components"));
        Schema compiled = registry.getSchema(whole);
        List<Error> errors = compiled.validate(value);
        assertThat(errors.stream().map(Error::toString).collect(Collectors.joining("; ")))
                .as("%s: %s", name, value)
                .isEmpty();
    }

    private JsonNode operation(String method, String path) {
        JsonNode operation = root.path("paths").path(path).path(method.toLowerCase(Locale.ROOT));
        assertThat(operation.isObject()).as("%s %s is described", method, path).isTrue();
        return operation;
    }

    private JsonNode resolve(JsonNode node) {
        String reference = node.path("$ref").asText("");
        return reference.isEmpty() ? node : root.at(reference.substring(1));
    }
}
