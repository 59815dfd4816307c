package dev.newswire.ingest.source;

/**
 * Where in a document an item stands.
 *
 * @param item number of the item, from 1
 * @param pointer JSON pointer to it (RFC 6901), empty for the whole document
 * @param line number of its first line, from 1; 0 where lines mean nothing
 */
public record Place(int item, String pointer, int line) {

    /** The document as a whole. */
    public static final Place WHOLE = new Place(1, "", 0);
}
