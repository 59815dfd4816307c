package dev.newswire.cli.send;

/** The service did not answer, or not well, for too long. What was acknowledged before stays sent. */
public final class GaveUpException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GaveUpException(String message) {
        super(message);
    }
}
