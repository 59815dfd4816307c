package dev.newswire.platform.runtime;

import java.net.URI;
import java.util.concurrent.CompletionStage;

/** A service that was started. */
public interface RunningService extends AutoCloseable {
    /** Where its HTTP endpoint listens. */
    URI uri();

    /** Whether it does its work now. */
    boolean ready();

    /** Completes, exceptionally, when the service can no longer do its work and the process should end. */
    CompletionStage<Void> failure();

    /** Finishes what is under way and stops; nothing accepted is lost. */
    @Override
    void close();
}
