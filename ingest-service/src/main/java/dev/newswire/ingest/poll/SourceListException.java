package dev.newswire.ingest.poll;

import java.util.List;

/** A list of sources that must be mended. */
public final class SourceListException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> mistakes;

    /** @param mistakes one sentence each, with the line where there is one */
    SourceListException(List<String> mistakes) {
        super(String.join("\n", mistakes), null, false, false);
        this.mistakes = List.copyOf(mistakes);
    }

    /** One sentence each. */
    public List<String> mistakes() {
        return mistakes;
    }
}
