package dev.newswire.integration.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The images of this build. */
public final class ServiceImages {
    private static boolean built;

    private ServiceImages() {}

    /** Builds them of what Maven has packaged, once; what has not changed costs little. */
    public static synchronized void build() {
        if (!built) {
            run(List.of(home().resolve("ops/images/services").toString()));
            built = true;
        }
    }

    /** The root of the project. */
    public static Path home() {
        return Path.of(System.getProperty("newswire.home", ".."))
                .toAbsolutePath()
                .normalize();
    }

    /**
     * Runs a command on this machine; returns what it printed.
     *
     * @throws IllegalStateException with that if it fails
     */
    public static String run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed:\n" + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
