package dev.newswire.integration.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.newswire.cli.NewswireMain;
import dev.newswire.cli.acl.AclList;
import dev.newswire.cli.acl.Role;
import dev.newswire.cli.audit.TopicReader;
import dev.newswire.enrich.EnrichMain;
import dev.newswire.ingest.IngestMain;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.testing.Certificates;
import dev.newswire.platform.testing.RegistryStub;
import dev.newswire.platform.topic.Topics;
import dev.newswire.publish.PublishMain;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The three services as processes of their own, each as a user with the rights of its role and no others, over TLS and
 * SCRAM to the broker and over TLS to the registry, with every secret in a file.
 */
class SecuredPipelineIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String REGISTRY_USER = "newswire:hush-registry-3b9d";
    private static final String TOKEN_LINE_FORMAT = "^[^ ]+ .*";

    @TempDir
    static Path folder;

    private static Certificates certificates;
    private static SecureBroker broker;
    private static RegistryStub registry;
    private static String token;
    private static final List<ServiceChild> SERVICES = new ArrayList<>();

    @BeforeAll
    static void startAll() throws Exception {
        certificates = Certificates.make(folder.resolve("tls"));
        broker = SecureBroker.start(folder.resolve("kafka"), certificates);
        registry = RegistryStub.secure(certificates.context(), REGISTRY_USER);
        provision();
        Cli.Result made = Cli.runAlone("token", "test");
        token = made.err().lines().reduce("", (before, last) -> last);
        assertThat(made.out()).matches(line -> line.strip().matches(TOKEN_LINE_FORMAT));
        Path tokens = Files.writeString(folder.resolve("tokens"), made.out());
        SERVICES.add(service("ingest", IngestMain.class, Map.of("NEWSWIRE_INGEST_TOKENS_FILE", tokens.toString())));
        SERVICES.add(service("enrich", EnrichMain.class, Map.of()));
        SERVICES.add(service("publish", PublishMain.class, Map.of()));
        SERVICES.forEach(ServiceChild::awaitReady);
    }

    @AfterAll
    static void stopAll() {
        SERVICES.forEach(ServiceChild::close);
        if (registry != null) {
            registry.close();
        }
        if (broker != null) {
            broker.close();
        }
    }

    @Test
    void anArticleIsPublishedByServicesThatMayDoWhatTheyMustAndNothingShowsASecret() throws Exception {
        assertThat(post("/v1/articles", "").statusCode()).isEqualTo(401);
        assertThat(post("/v1/articles", token).statusCode()).isEqualTo(202);
        Settings reader = as("news-reader");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(feedEntries(reader)).isNotEmpty());

        StringBuilder shown = new StringBuilder();
        for (ServiceChild service : SERVICES) {
            assertThat(service.output()).contains("Listening on").doesNotContain("AuthorizationException");
            shown.append(service.output()).append(get(service, "/metrics")).append(get(service, "/health/ready"));
        }
        assertThat(secrets()).allSatisfy(secret -> assertThat(shown.toString()).doesNotContain(secret));
    }

    @Test
    void noServiceMayDoMoreThanItsRole() {
        for (Role role : List.of(Role.INGEST, Role.ENRICH, Role.PUBLISH, Role.SCRAPER, Role.READER)) {
            Map<String, Object> kafka =
                    as(role.principal("news-").substring("User:".length())).kafka();
            try (Clients clients = new Clients(kafka)) {
                Topics.ALL.forEach(topic -> assertHeldToItsRights(role, topic.name(), clients));
                assertThatThrownBy(clients::createTopic)
                        .as("%s creates a topic", role)
                        .hasCauseInstanceOf(AuthorizationException.class);
            }
        }
    }

    private static void assertHeldToItsRights(Role role, String topic, Clients clients) {
        if (!may(role, topic, AclOperation.WRITE)) {
            assertThatThrownBy(() -> clients.write(topic))
                    .as("%s writes %s", role, topic)
                    .hasCauseInstanceOf(AuthorizationException.class);
        }
        if (!may(role, topic, AclOperation.READ)) {
            assertThatThrownBy(() -> clients.read(topic))
                    .as("%s reads %s", role, topic)
                    .isInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    void theCommandLineWorksAsTheOperatorAndSaysWhatIsWrongWithoutTheSecret() throws Exception {
        Path out = Files.createFile(folder.resolve("cli.log"));
        ServiceChild topics = ServiceChild.start(NewswireMain.class, out, environment("news-operator"), "topics");
        assertThat(topics.awaitExit()).as(topics.output()).isZero();
        assertThat(topics.output()).contains("Nothing differs.");
        ServiceChild acls =
                ServiceChild.start(NewswireMain.class, out, environment("news-operator"), "acls", "--check");
        assertThat(acls.awaitExit()).as(acls.output()).isZero();

        Map<String, String> wrong = environment("news-operator");
        wrong.put("KAFKA_SASL_JAAS_CONFIG_FILE", secret("wrong", SecureBroker.jaas("nobody")));
        ServiceChild refused = ServiceChild.start(NewswireMain.class, out, wrong, "topics");
        assertThat(refused.awaitExit()).isEqualTo(1);
        assertThat(refused.output()).contains("Authentication failed");
        assertThat(secrets()).allSatisfy(secret -> assertThat(refused.output()).doesNotContain(secret));
        assertThat(refused.output()).doesNotContain(SecureBroker.password("nobody"));
    }

    private static boolean may(Role role, String topic, AclOperation operation) {
        return role.rights().stream()
                .anyMatch(right -> right.pattern().name().equals(topic) && right.operation() == operation);
    }

    private static void provision() throws Exception {
        Map<String, Object> kafka = as(SecureBroker.ADMIN).kafka();
        try (Admin admin = Admin.create(kafka)) {
            new dev.newswire.platform.provision.TopicProvisioner(admin, 2, java.util.Optional.of((short) 1)).apply();
            Collection<Role> roles = List.of(Role.values());
            new AclList("news-").apply(admin, roles);
            // The broker learns of it a moment after the controller.
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(new AclList("news-").missing(admin, roles))
                            .isEmpty());
        }
        new dev.newswire.platform.provision.SchemaProvisioner(dev.newswire.platform.registry.RegistryClient.from(kafka))
                .apply();
    }

    private static ServiceChild service(String name, Class<?> main, Map<String, String> more) throws IOException {
        Map<String, String> environment = environment("news-" + name);
        environment.put("NEWSWIRE_HTTP_PORT", "0");
        environment.put("NEWSWIRE_INGEST_INSTANCE", "secured");
        environment.put("NEWSWIRE_STATE_DIR", folder.resolve("state-" + name).toString());
        environment.put("NEWSWIRE_STANDBY_REPLICAS", "0");
        environment.put("NEWSWIRE_STREAM_THREADS", "1");
        environment.put("NEWSWIRE_LOG_LEVEL", "debug");
        environment.putAll(more);
        return ServiceChild.start(main, Files.createFile(folder.resolve(name + ".log")), environment);
    }

    /** What a process finds: addresses as they are, secrets as names of files. */
    private static Map<String, String> environment(String user) throws IOException {
        Map<String, String> values = new HashMap<>(broker.environment());
        String password = values.remove("KAFKA_SSL_TRUSTSTORE_PASSWORD");
        values.put("KAFKA_SSL_TRUSTSTORE_PASSWORD_FILE", secret("truststore", password));
        values.put("KAFKA_SASL_JAAS_CONFIG_FILE", secret(user, SecureBroker.jaas(user)));
        values.put("NEWSWIRE_PARTITIONS", "2");
        values.put("KAFKA_SCHEMA_REGISTRY_URL", registry.url());
        values.put(
                "KAFKA_SCHEMA_REGISTRY_SSL_TRUSTSTORE_LOCATION",
                certificates.store().toString());
        values.put("KAFKA_SCHEMA_REGISTRY_SSL_TRUSTSTORE_PASSWORD_FILE", secret("truststore", password));
        values.put("KAFKA_BASIC_AUTH_USER_INFO_FILE", secret("registry", REGISTRY_USER));
        return values;
    }

    private static Settings as(String user) {
        try {
            return Settings.of(environment(user));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String secret(String name, String value) throws IOException {
        return Files.writeString(folder.resolve("secret-" + name), value + "\n").toString();
    }

    private static List<String> secrets() {
        List<String> secrets = new ArrayList<>(
                List.of(Certificates.PASSWORD, REGISTRY_USER.substring(REGISTRY_USER.indexOf(':') + 1), token));
        for (Role role : Role.values()) {
            secrets.add(SecureBroker.password(role.principal("news-").substring("User:".length())));
        }
        return secrets;
    }

    private static HttpResponse<String> post(String path, String bearer) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        SERVICES.get(0).uri().orElseThrow().resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"source\":\"secure\",\"id\":\"1\",\"title\":\"Behind closed doors\"}"));
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String get(ServiceChild service, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(service.uri().orElseThrow().resolve(path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static List<String> feedEntries(Settings reader) {
        List<String> keys = new ArrayList<>();
        try (TopicReader topics = new TopicReader(reader.kafka(), List.of(Topics.FEED_ENTRY.name()))) {
            topics.readToEnd(record -> keys.add(record.key()));
        }
        return keys;
    }

    /** Clients of one user. */
    private record Clients(Producer<byte[], byte[]> producer, Consumer<byte[], byte[]> consumer, Admin admin)
            implements AutoCloseable {
        Clients(Map<String, Object> kafka) {
            this(
                    new KafkaProducer<>(kafka, new ByteArraySerializer(), new ByteArraySerializer()),
                    new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                    Admin.create(kafka));
        }

        void write(String topic) throws ExecutionException, InterruptedException {
            producer.send(new ProducerRecord<>(topic, 0, null, new byte[] {1})).get();
        }

        void read(String topic) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seek(partition, 0);
            for (int i = 0; i < 100; i++) {
                consumer.poll(Duration.ofMillis(100));
            }
        }

        void createTopic() throws ExecutionException, InterruptedException {
            admin.createTopics(List.of(new NewTopic("news.other", 1, (short) 1)))
                    .all()
                    .get();
        }

        @Override
        public void close() {
            producer.close(Duration.ZERO);
            consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ZERO));
            admin.close(Duration.ZERO);
        }
    }
}
