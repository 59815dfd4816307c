package dev.newswire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.ingest.access.Grant;
import dev.newswire.ingest.access.TokenFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void lineOfTheFileGrantsWhatTheTokenWasMadeFor(@TempDir Path folder) throws IOException {
        assertThat(run("token", "scraper-1", "--source", "my-paper,coast", "--source", "radio"))
                .isZero();
        String token = err.toString().lines().toList().get(1);
        Path file = Files.writeString(folder.resolve("tokens"), out.toString());

        assertThat(out.toString()).doesNotContain(token);
        assertThat(TokenFile.open(file).find(token))
                .isEqualTo(new Grant("scraper-1", Set.of("my-paper", "coast", "radio")));
    }

    @Test
    void tokenForEverySourceIsTheDefault() {
        assertThat(run("token", "desk")).isZero();
        assertThat(out.toString().strip()).startsWith("desk sha256:").endsWith(" *");
    }

    @Test
    void wrongSourceIsAUsageErrorWithAProposal() {
        assertThat(run("token", "desk", "--source", "My Paper")).isEqualTo(2);
        assertThat(err.toString()).contains("my-paper");
        assertThat(out.toString()).isEmpty();
    }

    private int run(String... arguments) {
        return NewswireMain.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
