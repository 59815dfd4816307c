package dev.newswire.ingest.poll;

import java.util.Locale;

/** How a poll ended. */
enum PollResult {
    /** Something new was handed on. */
    CHANGED,
    /** All was answered, nothing was new. */
    UNCHANGED,
    /** No answer, or one that says that something is wrong. */
    FAILED,
    /** What came is not what can be read. */
    REFUSED,
    /** The server said that it is gone for good: it is not polled any more. */
    GONE;

    /** As state and metrics write it. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
