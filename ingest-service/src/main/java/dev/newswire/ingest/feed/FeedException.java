package dev.newswire.ingest.feed;

/** A document that is no feed, or one that cannot be read; it has no stack trace. */
public final class FeedException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Kinds of reasons. */
    public enum Kind {
        /** Nothing in it. */
        EMPTY,
        /** Not well-formed, beyond repair. */
        SYNTAX,
        /** Well-formed, but no feed. */
        NO_FEED,
        /** A form that is not read, or a part of XML that is dangerous. */
        UNSUPPORTED,
        /** Larger or deeper than a limit. */
        LIMIT
    }

    private final Kind kind;

    /** With one sentence for the sender. */
    public FeedException(Kind kind, String reason) {
        super(reason, null, false, false);
        this.kind = kind;
    }

    /** What kind of reason it is. */
    public Kind kind() {
        return kind;
    }

    /** Why, in one sentence. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
