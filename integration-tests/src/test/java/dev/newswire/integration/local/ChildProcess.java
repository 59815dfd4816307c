package dev.newswire.integration.local;

import dev.newswire.cli.NewswireMain;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code newswire} as a process of its own, to be killed. */
final class ChildProcess {
    private final Process process;
    private final Path output;

    private ChildProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static ChildProcess start(Path output, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx768m",
                "-Dnewswire.registry.home=" + System.getProperty("newswire.registry.home"),
                "-cp",
                System.getProperty("java.class.path"),
                NewswireMain.class.getName()));
        command.addAll(arguments);
        return new ChildProcess(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start(),
                output);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As {@code kill -9} does: no hook runs. Its own child, the registry, has to notice by itself. */
    List<ProcessHandle> kill() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        return children;
    }

    /** Asks it to stop, as Ctrl-C does. */
    List<ProcessHandle> interrupt() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        return children;
    }

    int awaitExit() throws InterruptedException {
        return process.waitFor();
    }

    String output() throws IOException {
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
