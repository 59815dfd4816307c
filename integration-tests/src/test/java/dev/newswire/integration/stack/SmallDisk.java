package dev.newswire.integration.stack;

import java.io.IOException;
import org.testcontainers.containers.Container;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.IsRunningStartupCheckStrategy;

/** A volume in memory, held by a container that does nothing else, so that its content outlives who uses it. */
public final class SmallDisk implements AutoCloseable {
    private final GenericContainer<?> holder;

    private SmallDisk(GenericContainer<?> holder) {
        this.holder = holder;
    }

    @SuppressWarnings("resource") // closed with the disk
    static SmallDisk hold(String volume) {
        GenericContainer<?> holder = new GenericContainer<>("eclipse-temurin:25-jre")
                .withCommand("sleep", "infinity")
                .withStartupCheckStrategy(new IsRunningStartupCheckStrategy())
                .withCreateContainerCmdModifier(command -> Volumes.mount(command, volume, "/disk"));
        holder.start();
        return new SmallDisk(holder);
    }

    /** Uses up what is free. */
    public void fill() throws IOException, InterruptedException {
        run("cat /dev/zero > /disk/filler; true");
    }

    /** Frees it again. */
    public void empty() throws IOException, InterruptedException {
        run("rm -f /disk/filler");
    }

    /** Free bytes. */
    public long free() throws IOException, InterruptedException {
        return Long.parseLong(run("df --output=avail -B1 /disk | tail -n 1").trim());
    }

    @Override
    public void close() {
        holder.close();
    }

    private String run(String command) throws IOException, InterruptedException {
        Container.ExecResult result = holder.execInContainer("bash", "-c", command);
        if (result.getExitCode() != 0) {
            throw new IOException(command + ": " + result.getStderr());
        }
        return result.getStdout();
    }
}
