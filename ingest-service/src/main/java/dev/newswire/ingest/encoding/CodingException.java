package dev.newswire.ingest.encoding;

import java.io.IOException;

/** A coded body is damaged, cut short, or needs more memory than is given to it. */
public final class CodingException extends IOException {

    private static final long serialVersionUID = 1L;

    CodingException(String message, Throwable cause) {
        super(message, cause);
    }
}
