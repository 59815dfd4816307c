package dev.newswire.ingest.fetch;

/** Nothing was fetched; the message is one sentence that says why. Has no stack trace: nothing of ours is wrong. */
public final class FetchException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Failure failure;

    /** Because of this. */
    public FetchException(Failure failure, String reason) {
        super(reason, null, false, false);
        this.failure = failure;
    }

    /** The kind. */
    public Failure failure() {
        return failure;
    }

    /** One sentence without its end. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
