package dev.newswire.platform.peers;

/** Another instance did not answer, or not with what was asked for. */
public final class PeerAwayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param cause what went wrong */
    public PeerAwayException(String message, Throwable cause) {
        super(message, cause);
    }

    PeerAwayException(String message) {
        super(message);
    }
}
