package dev.newswire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesCommandTest {

    private final StringWriter out = new StringWriter();

    @Test
    void aGoodListHasNoMistakes(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("s.yaml"), "sources: [{id: a, url: 'https://a.example/'}]");

        assertThat(check(file.toString())).isZero();
        assertThat(out.toString()).contains("1 source, no mistakes");
    }

    @Test
    void mistakesAreToldWithFileAndLine(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("s.yaml"), "sources:\n  - id: a\n    url: nowhere\n");

        assertThat(check(file.toString())).isEqualTo(2);
        assertThat(out.toString()).contains("s.yaml: line 3:").contains("nowhere");
    }

    @Test
    void aSourceThatMayNotBeFetchedIsToldWithoutSendingAnything(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("s.yaml"), "sources: [{id: a, url: 'http://127.0.0.1:8080/'}]");

        assertThat(check("--fetch", file.toString())).isOne();
        assertThat(out.toString())
                .contains("a: failed, 0 articles")
                .contains("! 127.0.0.1 has the address")
                .contains("loopback");
    }

    private int check(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "sources";
        all[1] = "check";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return NewswireMain.commandLine().setOut(new PrintWriter(out, true)).execute(all);
    }
}
