package dev.newswire.platform.config;

/** A setting that the operator has to mend; the message says which and how. */
public final class SettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message one sentence that names the setting and what it takes */
    public SettingException(String message) {
        super(message);
    }
}
