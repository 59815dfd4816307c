package dev.newswire.integration.local;

import dev.newswire.platform.testing.Certificates;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A broker that speaks TLS, asks who one is (SCRAM), and grants what its access control list says. */
final class SecureBroker implements AutoCloseable {
    /** May do everything: makes topics and grants rights. */
    static final String ADMIN = "admin";

    private static final List<String> USERS = List.of(
            ADMIN, "news-ingest", "news-enrich", "news-publish", "news-operator", "news-scraper", "news-reader");

    private final KafkaRaftServer server;
    private final Certificates certificates;
    private final int port;

    private SecureBroker(KafkaRaftServer server, Certificates certificates, int port) {
        this.server = server;
        this.certificates = certificates;
        this.port = port;
    }

    static SecureBroker start(Path folder, Certificates certificates) throws Exception {
        Files.createDirectories(folder);
        int controller = ServersFixture.port();
        int port = ServersFixture.port();
        format(folder);
        KafkaRaftServer server = new KafkaRaftServer(
                KafkaConfig.fromProps(properties(folder, certificates, port, controller), false), Time.SYSTEM);
        server.startup();
        return new SecureBroker(server, certificates, port);
    }

    /** What nobody may see: the password of a user. */
    static String password(String user) {
        return "hush-" + user + "-8f1c";
    }

    static String jaas(String user) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user + "\" password=\""
                + password(user) + "\";";
    }

    /** Settings of a client, without who it is. */
    Map<String, String> environment() {
        Map<String, String> values = new HashMap<>();
        values.put("KAFKA_BOOTSTRAP_SERVERS", "localhost:" + port);
        values.put("KAFKA_SECURITY_PROTOCOL", "SASL_SSL");
        values.put("KAFKA_SASL_MECHANISM", "SCRAM-SHA-256");
        values.put("KAFKA_SSL_TRUSTSTORE_LOCATION", certificates.store().toString());
        values.put("KAFKA_SSL_TRUSTSTORE_PASSWORD", Certificates.PASSWORD);
        return values;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path folder) throws Exception {
        try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(silent)
                    .setNodeId(1)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setDirectories(List.of(folder.toString()))
                    .setMetadataLogDirectory(folder.toString())
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setControllerListenerName("CONTROLLER")
                    .setScramArguments(USERS.stream()
                            .map(user -> "SCRAM-SHA-256=[name=" + user + ",password=" + password(user) + "]")
                            .toList())
                    .run();
        }
    }

    private static Properties properties(Path folder, Certificates certificates, int port, int controller) {
        Properties properties = new Properties();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", "1");
        properties.put("controller.quorum.voters", "1@localhost:" + controller);
        properties.put("listeners", "SASL_SSL://localhost:" + port + ",CONTROLLER://localhost:" + controller);
        properties.put("listener.security.protocol.map", "SASL_SSL:SASL_SSL,CONTROLLER:PLAINTEXT");
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("inter.broker.listener.name", "SASL_SSL");
        properties.put("sasl.enabled.mechanisms", "SCRAM-SHA-256");
        properties.put("sasl.mechanism.inter.broker.protocol", "SCRAM-SHA-256");
        properties.put("listener.name.sasl_ssl.scram-sha-256.sasl.jaas.config", jaas(ADMIN));
        properties.put("ssl.keystore.location", certificates.store().toString());
        properties.put("ssl.keystore.password", Certificates.PASSWORD);
        properties.put("ssl.keystore.type", "PKCS12");
        properties.put("ssl.truststore.location", certificates.store().toString());
        properties.put("ssl.truststore.password", Certificates.PASSWORD);
        properties.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        properties.put("super.users", "User:" + ADMIN + ";User:ANONYMOUS");
        properties.put("log.dirs", folder.toString());
        properties.put("auto.create.topics.enable", "false");
        small(properties);
        return properties;
    }

    private static void small(Properties properties) {
        for (String topic : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            properties.put(topic + ".replication.factor", "1");
        }
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("controlled.shutdown.enable", "false");
        properties.put("offsets.topic.num.partitions", "2");
        properties.put("transaction.state.log.num.partitions", "2");
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "4");
        properties.put("message.max.bytes", "8388608");
        properties.put("log.cleaner.dedupe.buffer.size", "16777216");
    }
}
