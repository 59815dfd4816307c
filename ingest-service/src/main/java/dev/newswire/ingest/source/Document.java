package dev.newswire.ingest.source;

/**
 * A document as it came.
 *
 * @param content all of its bytes
 * @param origin what the sender says about it
 */
public record Document(byte[] content, Origin origin) {

    /** All of it, as evidence for a dead letter. */
    Excerpt whole() {
        return new Excerpt(content, 0, content.length);
    }
}
