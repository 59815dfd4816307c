package dev.newswire.benchmarks;

/** Data that a measurement needs is absent or of another form; the message says what to give instead. */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With one sentence for the user. */
    public DataException(String message) {
        super(message);
    }
}
