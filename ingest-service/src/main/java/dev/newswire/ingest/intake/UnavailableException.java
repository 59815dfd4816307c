package dev.newswire.ingest.intake;

import org.jspecify.annotations.Nullable;

/** The log or the quarantine cannot be written just now; nothing is wrong with what was sent. */
public final class UnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Because of this. */
    public UnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
