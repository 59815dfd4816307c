package dev.newswire.platform.streams;

/** A store cannot be read now and will be readable soon: ask again in a second. */
public final class StoreNotReadyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final String MESSAGE = "The state is being restored or moves to another instance.";

    /** What is asked for is nowhere just now. */
    public StoreNotReadyException() {
        super(MESSAGE);
    }

    /** @param cause what Kafka Streams said */
    public StoreNotReadyException(Throwable cause) {
        super(MESSAGE, cause);
    }
}
