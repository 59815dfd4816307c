package dev.newswire.ingest.intake;

/** The event is larger than the log takes. */
public final class OversizeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With the log's own words. */
    public OversizeException(String message) {
        super(message, null, false, false);
    }
}
