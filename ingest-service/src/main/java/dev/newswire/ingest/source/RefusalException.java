package dev.newswire.ingest.source;

/** Ends the reading of an item; it never leaves ingest and has no stack trace. */
public final class RefusalException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    /** Because of this. */
    public RefusalException(Refusal refusal) {
        super(refusal.reason(), null, false, false);
        this.refusal = refusal;
    }

    /** Because the value at the pointer breaks the rule. */
    public RefusalException(Rule rule, String reason, String pointer) {
        this(new Refusal(rule, reason, pointer));
    }

    /** Why. */
    public Refusal refusal() {
        return refusal;
    }
}
