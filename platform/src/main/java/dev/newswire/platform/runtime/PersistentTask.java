package dev.newswire.platform.runtime;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work in a daemon thread of its own that goes on until it is closed and begins again, after a pause, whenever it ends or
 * fails. A failure is told once, however often it repeats.
 */
public final class PersistentTask implements AutoCloseable {

    /** What is done. It asks {@link #isClosing} between its steps, and is interrupted at the end. */
    public interface Work {
        /** Works until it fails or has nothing left to do. */
        void run() throws Exception;
    }

    private static final Logger LOG = LoggerFactory.getLogger(PersistentTask.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final String complaint;
    private final Duration pause;
    private final Work work;
    private final CountDownLatch isClosing = new CountDownLatch(1);
    private final Thread thread;

    /**
     * Does not start yet.
     *
     * @param name of the thread
     * @param complaint a sentence for the log that the reason of a failure is put behind
     * @param pause before the work begins again
     */
    public PersistentTask(String name, String complaint, Duration pause, Work work) {
        this.complaint = complaint;
        this.pause = pause;
        this.work = work;
        this.thread = new Thread(this::repeat, name);
        thread.setDaemon(true);
    }

    /** Begins to work. */
    public void start() {
        thread.start();
    }

    /** Whether the work is to end. */
    public boolean isClosing() {
        return isClosing.getCount() == 0;
    }

    /** Interrupts the work and waits for its end, 5 s at most. */
    @Override
    public void close() {
        isClosing.countDown();
        thread.interrupt();
        try {
            thread.join(CLOSE_TIMEOUT.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void repeat() {
        String told = "";
        try {
            do {
                told = runOnce(told);
            } while (!isClosing.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopping) {
            // Only closing interrupts this thread, which ends here.
        }
    }

    /** The reason that was told last. */
    private String runOnce(String told) throws InterruptedException {
        try {
            work.run();
            return told;
        } catch (InterruptedException stopping) {
            throw stopping;
        } catch (Exception failure) {
            String reason = String.valueOf(failure.getMessage());
            if (!isClosing() && !told.equals(reason)) {
                LOG.warn("{}: {}", complaint, reason);
            }
            return reason;
        }
    }
}
