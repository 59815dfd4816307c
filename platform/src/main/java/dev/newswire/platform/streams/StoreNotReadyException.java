package dev.newswire.platform.streams;

/** A store cannot be read now and will be readable soon: ask again in a second. */
public final class StoreNotReadyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param cause what Kafka Streams said */
    public StoreNotReadyException(Throwable cause) {
        super("The state is being restored or moves to another instance.", cause);
    }
}
