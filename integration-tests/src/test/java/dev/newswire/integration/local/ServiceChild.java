package dev.newswire.integration.local;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A service or a command as a process of its own, which knows nothing but its environment. */
final class ServiceChild implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern LISTENING = Pattern.compile("Listening on (http://\\S+)");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final Path output;

    private ServiceChild(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static ServiceChild start(Class<?> main, Path output, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return new ServiceChild(
                builder.redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                        .start(),
                output);
    }

    /** Returns when it is ready. */
    ServiceChild awaitReady() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> !process.isAlive() || status("/health/ready") == 200);
        if (!process.isAlive()) {
            throw new IllegalStateException(output());
        }
        return this;
    }

    /** Where it listens, as it says itself; empty before it does. */
    Optional<URI> uri() {
        Matcher line = LISTENING.matcher(output());
        return line.find() ? Optional.of(URI.create(line.group(1))) : Optional.empty();
    }

    /** Returns its exit code once it has ended. */
    int awaitExit() throws InterruptedException {
        return process.waitFor();
    }

    String output() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        await().atMost(PATIENCE).until(() -> !process.isAlive());
    }

    private int status(String path) throws InterruptedException {
        Optional<URI> uri = uri();
        if (uri.isEmpty()) {
            return -1;
        }
        try {
            HttpRequest request = HttpRequest.newBuilder(uri.get().resolve(path))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return -1;
        }
    }
}
