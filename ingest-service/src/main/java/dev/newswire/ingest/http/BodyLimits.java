package dev.newswire.ingest.http;

/**
 * How much a request may send.
 *
 * @param documentBytes largest document that is read as a whole
 * @param lineBytes longest line of NDJSON; the stream itself may be of any length
 * @param memoryBytes what the bodies of all requests under way may take together
 */
public record BodyLimits(int documentBytes, int lineBytes, long memoryBytes) {

    /** The most that is held in memory of a body of that length, where -1 stands for an unknown one. */
    long heldOf(long length) {
        long most = Math.max(documentBytes, lineBytes);
        return length < 0 ? most : Math.min(length, most);
    }
}
