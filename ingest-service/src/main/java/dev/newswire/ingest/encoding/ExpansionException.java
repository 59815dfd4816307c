package dev.newswire.ingest.encoding;

import java.io.IOException;

/** A coded body expands far more than text does. */
public final class ExpansionException extends IOException {

    private static final long serialVersionUID = 1L;

    ExpansionException(String message) {
        super(message);
    }
}
