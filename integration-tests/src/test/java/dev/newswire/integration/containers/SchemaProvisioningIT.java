package dev.newswire.integration.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newswire.platform.provision.Change;
import dev.newswire.platform.provision.SchemaProvisioner;
import dev.newswire.platform.registry.RegistryClient;
import dev.newswire.platform.registry.RegistryException;
import dev.newswire.platform.topic.Topic;
import dev.newswire.platform.topic.Topics;
import dev.newswire.schema.ArticleFate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

@Testcontainers
class SchemaProvisioningIT {
    @Container
    private static final RegistryContainer REGISTRY = new RegistryContainer();

    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final RegistryClient registry = RegistryClient.from(Map.of("schema.registry.url", REGISTRY.url()));
    private final SchemaProvisioner provisioner = new SchemaProvisioner(registry);

    @AfterEach
    void removeEverySubject() throws Exception {
        for (String subject : subjects()) {
            call("DELETE", "/subjects/" + subject);
            call("DELETE", "/subjects/" + subject + "?permanent=true");
        }
        assertThat(subjects()).isEmpty();
    }

    @Test
    void planningNamesEveryMissingSchemaAndRegistersNone() throws Exception {
        assertThat(provisioner.plan())
                .filteredOn(change -> change.kind() == Change.Kind.CREATE)
                .extracting(Change::subject)
                .containsExactlyElementsOf(catalogue());
        assertThat(subjects()).isEmpty();
    }

    @Test
    void everySubjectGetsItsSchemaAndItsLevel() throws Exception {
        provisioner.apply();

        assertThat(subjects()).containsExactlyInAnyOrderElementsOf(catalogue());
        for (Topic<?> topic : withSchema()) {
            assertThat(registry.find(topic.subject(), schema(topic).toString())).isPresent();
            assertThat(registry.compatibility(topic.subject())).hasValue("FULL_TRANSITIVE");
        }
    }

    @Test
    void provisioningTwiceChangesNothing() throws Exception {
        provisioner.apply();

        assertThat(provisioner.plan()).isEmpty();
        assertThat(provisioner.apply()).isEmpty();
        for (String subject : subjects()) {
            assertThat(call("GET", "/subjects/" + subject + "/versions"))
                    .as(subject)
                    .hasSize(1);
        }
    }

    @Test
    void theSchemaComesBackWordForWord() {
        provisioner.apply();

        for (Topic<?> topic : withSchema()) {
            long id = registry.register(topic.subject(), schema(topic).toString());
            assertThat(new Schema.Parser().parse(registry.schemaById(id)))
                    .as(topic.subject())
                    .isEqualTo(schema(topic));
        }
    }

    @Test
    void aLevelThatSomebodyChangedIsSetBack() {
        provisioner.apply();
        registry.compatibility(Topics.RAW.subject(), "NONE");

        assertThat(provisioner.apply())
                .singleElement()
                .satisfies(change -> assertThat(change.subject()).isEqualTo(Topics.RAW.subject()));
        assertThat(registry.compatibility(Topics.RAW.subject())).hasValue("FULL_TRANSITIVE");
    }

    @Test
    void aSchemaThatBreaksItsReadersIsRefused() {
        provisioner.apply();

        assertThatThrownBy(() -> registry.register(Topics.FATE.subject(), withoutTheFate()))
                .isInstanceOfSatisfying(
                        RegistryException.class, e -> assertThat(e.status()).isEqualTo(409));
    }

    @Test
    void aFieldWithADefaultIsANewVersion() throws Exception {
        provisioner.apply();

        long id = registry.register(Topics.FATE.subject(), NewerFate.SCHEMA.toString());

        assertThat(registry.schemaById(id)).contains(NewerFate.FIELD);
        assertThat(call("GET", "/subjects/" + Topics.FATE.subject() + "/versions"))
                .hasSize(2);
        assertThat(provisioner.plan()).isEmpty();
    }

    private static String withoutTheFate() {
        return SchemaBuilder.record(ArticleFate.getClassSchema().getFullName())
                .fields()
                .requiredString("verdict")
                .endRecord()
                .toString();
    }

    private static List<Topic<?>> withSchema() {
        return Topics.ALL.stream().filter(Topic::hasSchema).toList();
    }

    private static List<String> catalogue() {
        return withSchema().stream().<String>map(Topic::subject).toList();
    }

    private static Schema schema(Topic<?> topic) {
        return SpecificData.get().getSchema(topic.valueType());
    }

    private List<String> subjects() throws IOException, InterruptedException {
        List<String> subjects = new ArrayList<>();
        call("GET", "/subjects").forEach(subject -> subjects.add(subject.asText()));
        return subjects;
    }

    private JsonNode call(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(REGISTRY.url() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    }
}
