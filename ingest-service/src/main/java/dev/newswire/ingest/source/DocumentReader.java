package dev.newswire.ingest.source;

import java.util.List;

/** Finds the articles in documents of one form. Readers have no state and may be shared by threads. */
public interface DocumentReader {

    /** What is in the document, in its order; at least one reading, if only the reason why there is nothing. */
    List<Reading> read(Document document);
}
