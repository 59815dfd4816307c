package dev.newswire.platform.registry;

import org.apache.kafka.common.errors.SerializationException;

/** The schema registry answered and refused. */
public final class RegistryException extends SerializationException {
    private static final long serialVersionUID = 1L;
    private final int status;

    RegistryException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** HTTP status of the answer. */
    public int status() {
        return status;
    }
}
