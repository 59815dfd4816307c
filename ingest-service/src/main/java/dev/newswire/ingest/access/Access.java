package dev.newswire.ingest.access;

import org.jspecify.annotations.Nullable;

/** Tells whose a token is. */
public interface Access {

    /** Lets everyone in, with or without a token. */
    Access OPEN = token -> Grant.ANYONE;

    /**
     * What is granted to the bearer.
     *
     * @param token as it was sent, or null where none was
     * @return null if nothing is
     */
    @Nullable
    Grant find(@Nullable String token);
}
