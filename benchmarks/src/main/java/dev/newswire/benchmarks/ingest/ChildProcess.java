package dev.newswire.benchmarks.ingest;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One of our own main classes in a process of its own, which ends when its standard input does. */
public final class ChildProcess implements AutoCloseable {
    private static final long STOP_SECONDS = 20;
    private static final int BYTES_PER_KIBIBYTE = 1_024;

    private final Process process;
    private final BufferedReader out;
    private final OutputStream in;
    private final Path log;

    private ChildProcess(Process process, Path log) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.in = process.getOutputStream();
        this.log = log;
    }

    /**
     * Starts with this process's class path.
     *
     * @param options of the virtual machine
     * @param environment added to this process's
     * @param log file for what it says on standard error
     */
    public static ChildProcess start(
            Class<?> main, List<String> options, List<String> arguments, Map<String, String> environment, Path log)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        File errors = log.toFile();
        return new ChildProcess(builder.redirectError(errors).start(), log);
    }

    /** In the child: what the parent reads. Logs go elsewhere from now on, so this comes before anything that logs. */
    public static PrintStream answers() {
        PrintStream out = System.out;
        System.setOut(System.err);
        return out;
    }

    /** The next line that it prints. */
    public String readLine() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("A child process ended; the end of its log:\n" + endOfLog());
        }
        return line;
    }

    /** Sends an empty line and gives the answer. */
    public String ask() throws IOException {
        in.write('\n');
        in.flush();
        return readLine();
    }

    /** Processor time so far, of all its threads; zero where the system does not tell. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Whether it has not ended yet. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Resident memory in bytes; -1 where the system does not tell. */
    public long residentBytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return -1;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * BYTES_PER_KIBIBYTE)
                    .findFirst()
                    .orElse(-1);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopping) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private String endOfLog() throws IOException {
        List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }
}
