package dev.newswire.ingest.fate;

/** What is known may not be all: ask again in some seconds. */
public final class NotCaughtUpException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Nothing is wrong that time does not mend. */
    public NotCaughtUpException() {
        super("the ledger is still being read", null, false, false);
    }
}
