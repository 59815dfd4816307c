package dev.newswire.publish.feed.definition;

/** A definition that must be mended; the message says where and how. */
public final class DefinitionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    DefinitionException(String message) {
        super(message);
    }
}
