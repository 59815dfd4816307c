package dev.newswire.integration.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newswire.cli.NewswireMain;
import dev.newswire.platform.config.Settings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** {@code newswire} within this process, on a broker and a registry. */
record Cli(String bootstrapServers, String registryUrl) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Cli of(Settings client) {
        return new Cli(
                String.valueOf(client.kafka().get("bootstrap.servers")),
                String.valueOf(client.kafka().get("schema.registry.url")));
    }

    /** Runs a command that connects. */
    Result run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--bootstrap-server", bootstrapServers, "--registry-url", registryUrl));
        return runAlone(all.toArray(String[]::new));
    }

    /** Runs a command as it is. */
    static Result runAlone(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = NewswireMain.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Result(code, out.toString(), err.toString());
    }

    /** What came of it. */
    record Result(int code, String out, String err) {
        JsonNode json() {
            try {
                return JSON.readTree(out);
            } catch (JsonProcessingException e) {
                throw new AssertionError(this.toString(), e);
            }
        }
    }
}
