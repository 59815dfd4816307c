package dev.newswire.ingest.kafka.inbox;

import dev.newswire.platform.registry.RegistryException;
import dev.newswire.platform.registry.RegistryUnavailableException;
import java.util.Set;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** The registry cannot be asked just now: it is away, or does not let us in. Says nothing about the record at hand. */
final class RegistryTrouble extends Exception {

    private static final long serialVersionUID = 1L;

    /** Answers about who asks, not about what was asked. */
    private static final Set<Integer> ABOUT_US = Set.of(401, 402, 403, 407, 408);

    private RegistryTrouble(Throwable cause) {
        super(cause.getMessage(), cause);
    }

    /** Throws if the failure, or a cause of it, is of this kind. */
    static void throwIfCauseOf(Throwable failure) throws RegistryTrouble {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RegistryUnavailableException
                    || cause instanceof InterruptException
                    || (cause instanceof RegistryException refusal && ABOUT_US.contains(refusal.status()))) {
                throw new RegistryTrouble(cause);
            }
        }
    }

    /** Whether the registry answered, and what it said is that there is no such schema. */
    static boolean isUnknownSchema(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RegistryException) {
                return true;
            }
        }
        return false;
    }
}
