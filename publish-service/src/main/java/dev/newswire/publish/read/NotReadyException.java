package dev.newswire.publish.read;

/** The answer is not at hand now and will be soon: ask again in a second. */
public final class NotReadyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param cause what the store said */
    public NotReadyException(Throwable cause) {
        super("The feeds are being restored.", cause);
    }
}
