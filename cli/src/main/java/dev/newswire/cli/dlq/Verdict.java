package dev.newswire.cli.dlq;

/** What is done about a letter that is meant. */
public enum Verdict {
    /** It is sent again. */
    SENT("sent again"),
    /** The ingest service took it and refused it: it stands among the dead letters once more. */
    REFUSED("refused again by the ingest service"),
    /** Something newer stands under its key in a topic where the newest counts. */
    SUPERSEDED("superseded by something newer"),
    /** Something was decided about it before. */
    DECIDED("sent or parked before (--again sends them once more)"),
    /** Only its beginning was kept. */
    CUT("not kept whole, so not to be sent again"),
    /** It has been sent again as often as it may. */
    CAPPED("sent again as often as it may (--max-attempts)"),
    /** The topic or partition that it was read from is gone. */
    HOMELESS("of a topic or partition that is not there");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** In words, to stand behind a number. */
    public String words() {
        return words;
    }

    /** Whether the operator has to do something about it. */
    public boolean isTrouble() {
        return this == REFUSED || this == CUT || this == CAPPED || this == HOMELESS;
    }
}
