package dev.newswire.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @Test
    void kafkaSettingsPassThroughToTheClients() {
        Settings settings = Settings.of(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "broker:9093",
                "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                "KAFKA_SASL_JAAS_CONFIG", "secret",
                "OTHER", "x"));
        assertThat(settings.kafka())
                .containsEntry("bootstrap.servers", "broker:9093")
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.jaas.config", "secret")
                .containsEntry("schema.registry.url", "http://127.0.0.1:8081/apis/ccompat/v7")
                .hasSize(4);
    }

    @Test
    void underscoresAndHyphensHaveAnEscape() {
        assertThat(Settings.of(Map.of("KAFKA_A__B_C___D", "1")).kafka()).containsEntry("a_b.c-d", "1");
    }

    @Test
    void aFileGivesWhatTheEnvironmentDoesNot(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("newswire.yaml"), """
                http:
                  port: 9999
                  host: 10.0.0.1
                kafka:
                  bootstrap.servers: from-file:9092
                  ssl:
                    truststore.location: /trust
                """);
        Settings settings = Settings.of(Map.of("NEWSWIRE_CONFIG", file.toString(), "NEWSWIRE_HTTP_HOST", "127.0.0.1"));
        assertThat(settings.integer("NEWSWIRE_HTTP_PORT", 1, 0, 65_535)).isEqualTo(9_999);
        assertThat(settings.text("NEWSWIRE_HTTP_HOST", "")).isEqualTo("127.0.0.1");
        assertThat(settings.kafka())
                .containsEntry("bootstrap.servers", "from-file:9092")
                .containsEntry("ssl.truststore.location", "/trust");
    }

    @Test
    void aSecretMayStandInAFileOfItsOwn(@TempDir Path folder) throws IOException {
        Path jaas = Files.writeString(folder.resolve("jaas"), "login required;\n");
        Path token = Files.writeString(folder.resolve("token"), "abc\n");
        Settings settings = Settings.of(
                Map.of("KAFKA_SASL_JAAS_CONFIG_FILE", jaas.toString(), "NEWSWIRE_INGEST_TOKEN_FILE", token.toString()));
        assertThat(settings.kafka())
                .containsEntry("sasl.jaas.config", "login required;")
                .doesNotContainKey("sasl.jaas.config.file");
        assertThat(settings.text("NEWSWIRE_INGEST_TOKEN", "")).isEqualTo("abc");
    }

    @Test
    void settingsThatAreFilesThemselvesAreLeftAlone() {
        Settings settings = Settings.of(Map.of("NEWSWIRE_INGEST_TOKENS_FILE", "/no/such/file"));
        assertThat(settings.text("NEWSWIRE_INGEST_TOKENS_FILE", "")).isEqualTo("/no/such/file");
        assertThat(settings.text("NEWSWIRE_INGEST_TOKENS", "auto")).isEqualTo("auto");
    }

    @Test
    void aSecretThatIsGivenTwiceOrCannotBeReadIsRefusedWithoutBeingShown(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("jaas"), "hush");
        assertThatThrownBy(() -> Settings.of(
                        Map.of("KAFKA_SASL_JAAS_CONFIG_FILE", file.toString(), "KAFKA_SASL_JAAS_CONFIG", "hush")))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("leave one of them out")
                .hasMessageNotContaining("hush");
        assertThatThrownBy(() -> Settings.of(Map.of("KAFKA_SASL_JAAS_CONFIG_FILE", "/no/such/file")))
                .isInstanceOf(SettingException.class)
                .hasMessage("KAFKA_SASL_JAAS_CONFIG_FILE: /no/such/file cannot be read.");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> Settings.of(Map.of("NEWSWIRE_CONFIG", "/no/such.yaml")))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("/no/such.yaml");
    }

    @Test
    void aFileThatIsNoYamlIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.yaml"), "a: [1");
        assertThatThrownBy(() -> Settings.of(Map.of("NEWSWIRE_CONFIG", file.toString())))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("not valid YAML");
    }

    @Test
    void aBadValueSaysWhatIsExpected() {
        Settings settings = Settings.of(Map.of("PORT", "http", "WINDOW", "7d", "FLAG", "maybe", "SHARE", "2"));
        assertThatThrownBy(() -> settings.integer("PORT", 1, 0, 65_535))
                .hasMessage("PORT is \"http\" but takes a whole number from 0 to 65535.");
        assertThatThrownBy(() -> settings.duration("WINDOW", Duration.ofDays(7)))
                .hasMessageContaining("P7D");
        assertThatThrownBy(() -> settings.flag("FLAG", true)).hasMessageContaining("true or false");
        assertThatThrownBy(() -> settings.decimal("SHARE", 0.5, 0, 1)).hasMessageContaining("from 0.0 to 1.0");
    }

    @Test
    void blankMeansAbsent() {
        assertThat(Settings.of(Map.of("PORT", " ")).integer("PORT", 8080, 0, 65_535))
                .isEqualTo(8_080);
    }
}
