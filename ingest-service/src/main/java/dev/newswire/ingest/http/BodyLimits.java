package dev.newswire.ingest.http;

import dev.newswire.ingest.source.JsonLimits;
import java.time.Duration;

/**
 * How much a request may send. All sizes are those of the decoded body.
 *
 * @param documentBytes largest document that is read as a whole
 * @param lineBytes longest line of NDJSON; the stream itself may be of any length
 * @param memoryBytes what the bodies of all requests under way may take together
 * @param memoryTimeout how long a request waits for its share of that
 * @param expansionRatio most bytes that a coded body may yield for each of its own
 * @param json what a JSON document may hold
 */
public record BodyLimits(
        int documentBytes,
        int lineBytes,
        long memoryBytes,
        Duration memoryTimeout,
        int expansionRatio,
        JsonLimits json) {

    /** The most that is held in memory of a body of that length, where -1 stands for an unknown one. */
    long heldOf(long length) {
        long most = Math.max(documentBytes, lineBytes);
        return length < 0 ? most : Math.min(length, most);
    }
}
