package dev.newswire.publish.render;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as feeds write them, in UTC. */
final class Times {
    private Times() {}

    /** RFC 3339, to the second. */
    static String rfc3339(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
