package dev.newswire.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newswire.platform.testing.Certificates;
import dev.newswire.platform.testing.RegistryStub;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTlsTest {
    private static final String USER = "user:hush";

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // by start
    private Certificates certificates;

    @SuppressWarnings("NullAway.Init") // by start
    private RegistryStub registry;

    @BeforeEach
    void start() throws Exception {
        certificates = Certificates.make(folder);
        registry = RegistryStub.secure(certificates.context(), USER);
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void aRegistryWhoseCertificateIsTrustedIsSpokenTo() throws Exception {
        Map<String, Object> pkcs12 =
                properties("truststore.location", certificates.store().toString());
        pkcs12.put("schema.registry.ssl.truststore.password", Certificates.PASSWORD);
        assertThat(RegistryClient.from(pkcs12).register("s", "\"string\"")).isEqualTo(1);

        Map<String, Object> pem = properties("truststore.location", pem().toString());
        assertThat(RegistryClient.from(pem).find("s", "\"string\"")).contains(1L);
    }

    @Test
    void aRegistryThatAnyoneCouldBeIsNot() {
        assertThat(RegistryClient.from(properties("truststore.type", "PKCS12")).answers())
                .isFalse();
    }

    @Test
    void aStoreThatCannotBeOpenedIsNamedWithoutItsPassword() {
        Map<String, Object> wrong =
                properties("truststore.location", certificates.store().toString());
        wrong.put("schema.registry.ssl.truststore.password", "not-it-8841");
        assertThatThrownBy(() -> RegistryClient.from(wrong))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("schema.registry.ssl.truststore.location")
                .hasMessageNotContaining("not-it-8841");
    }

    private Map<String, Object> properties(String name, String value) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("schema.registry.url", registry.url());
        properties.put("basic.auth.user.info", USER);
        properties.put("newswire.registry.retry.timeout.ms", "1000");
        properties.put("schema.registry.ssl." + name, value);
        return properties;
    }

    private Path pem() throws Exception {
        try (FileInputStream in = new FileInputStream(certificates.store().toFile())) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, Certificates.PASSWORD.toCharArray());
            return write(store.getCertificate("localhost").getEncoded());
        }
    }

    private Path write(byte[] certificate) throws IOException {
        String body = Base64.getMimeEncoder().encodeToString(certificate);
        return Files.writeString(
                folder.resolve("ca.pem"), "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
    }
}
