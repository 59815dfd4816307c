package dev.newswire.platform.registry;

import org.apache.kafka.common.errors.SerializationException;

/** The schema registry did not answer, or answered that it is in trouble. Says nothing about the record at hand. */
public final class RegistryUnavailableException extends SerializationException {
    private static final long serialVersionUID = 1L;

    /** With what the registry or the network said. */
    public RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether this or any cause of it is a registry that was away. */
    public static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RegistryUnavailableException) {
                return true;
            }
        }
        return false;
    }
}
