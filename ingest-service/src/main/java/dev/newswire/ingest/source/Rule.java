package dev.newswire.ingest.source;

import java.util.Locale;

/** The rules that what is rejected breaks: few and fixed, so that they can be counted. */
public enum Rule {
    /** Nothing in it. */
    EMPTY,
    /** Not text. */
    BINARY,
    /** Not valid in its encoding. */
    ENCODING,
    /** Not well-formed. */
    SYNTAX,
    /** A value of the wrong type. */
    TYPE,
    /** A required value is missing. */
    MISSING,
    /** A value that means nothing or lies out of range. */
    VALUE,
    /** Larger than a limit. */
    LIMIT,
    /** An item that marks itself as an advertisement. */
    ADVERTISEMENT,
    /** A document without an article. */
    NO_ARTICLE,
    /** A form that is not read here. */
    UNSUPPORTED,
    /** An article of a source that its sender may not write for. */
    FORBIDDEN,
    /** Something that one of our own steps fails on: a fault of ours, which must not stop what follows. */
    FAULT;

    /** Its name in dead letters and metrics. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
