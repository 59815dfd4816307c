package dev.newswire.cli.local;

import dev.newswire.platform.registry.RegistryClient;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** A real schema registry (Apicurio Registry, Confluent API) as a child process that keeps its data in a file. */
final class LocalRegistry implements AutoCloseable {
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final long POLL_MS = 50;
    private static final long STOP_SECONDS = 3;
    private final Process process;
    private final Path log;

    private LocalRegistry(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts the process; {@link #awaitReady} tells when it serves. */
    static LocalRegistry start(Path folder, Path logs, int port) {
        try {
            Files.createDirectories(folder);
            Files.createDirectories(logs);
            Path log = logs.resolve("registry.log");
            ProcessBuilder builder = new ProcessBuilder(command(folder, port));
            builder.environment()
                    .put(
                            "REGISTRY_DATASOURCE_URL",
                            "jdbc:h2:file:" + folder.resolve("h2").toAbsolutePath());
            builder.redirectErrorStream(true).redirectOutput(log.toFile());
            return new LocalRegistry(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException("The schema registry cannot start", e);
        }
    }

    /** Returns when the registry answers. */
    void awaitReady(LocalOptions options) throws InterruptedException {
        RegistryClient client = RegistryClient.from(Map.of("schema.registry.url", options.registryUrl()));
        long giveUpAt = System.nanoTime() + START_TIMEOUT.toNanos();
        while (!client.answers()) {
            if (!process.isAlive() || System.nanoTime() > giveUpAt) {
                throw new IllegalStateException("The schema registry did not start; its log is " + log);
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MS);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> command(Path folder, int port) throws IOException {
        Path runner = runner();
        Path guard = copyGuard(folder.resolve("guard"));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx160m",
                "-Xshare:auto",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-cp",
                guard + File.pathSeparator + runner,
                RegistryGuard.class.getName(),
                mainClass(runner));
    }

    /** The registry's jar: beside the jar of the command line, or where the build unpacked it. */
    private static Path runner() throws IOException {
        Path folder = Path.of(System.getProperty("newswire.registry.home", besideOurCode()));
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return files.filter(file -> file.getFileName().toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "The schema registry is not in " + folder + ": build with `mvn -DskipTests package`"));
        }
    }

    private static String besideOurCode() {
        Path code = Path.of(java.net.URI.create(LocalRegistry.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        return Objects.requireNonNull(code.getParent()).resolve("registry").toString();
    }

    private static String mainClass(Path runner) throws IOException {
        try (JarFile jar = new JarFile(runner.toFile())) {
            return jar.getManifest().getMainAttributes().getValue("Main-Class");
        }
    }

    /** The guard alone: our own class path would clash with the registry's. */
    private static Path copyGuard(Path folder) throws IOException {
        String name = RegistryGuard.class.getName().replace('.', '/') + ".class";
        Path target = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        try (InputStream source = RegistryGuard.class.getResourceAsStream("/" + name)) {
            Files.copy(Objects.requireNonNull(source, name), target, StandardCopyOption.REPLACE_EXISTING);
        }
        return folder.toAbsolutePath();
    }
}
