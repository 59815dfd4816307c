package dev.newswire.ingest.intake;

/** Which results a sender wants to see; the totals are always told. Whatever it wants, memory stays bounded. */
public enum ResultSelection {
    /** The first 1,000 of either kind. */
    FIRST(1_000, 1_000),
    /** The first 20,000 of either kind; from the 1,001st on, accepted ones without title and warnings. */
    ALL(20_000, 20_000),
    /** The first 1,000 that were rejected. */
    REJECTED(0, 1_000),
    /** None. */
    NONE(0, 0);

    /** Of a result that is kept without title and warnings, or of a reason. */
    private static final int BYTES_EACH = 400;

    private final int accepted;
    private final int rejected;

    ResultSelection(int accepted, int rejected) {
        this.accepted = accepted;
        this.rejected = rejected;
    }

    /** Most results of accepted items. */
    int accepted() {
        return accepted;
    }

    /** Most results of rejected items. */
    int rejected() {
        return rejected;
    }

    /** Memory that the results take at most, in bytes, about. */
    public long memoryBytes() {
        return this == ALL ? (long) BYTES_EACH * (accepted + rejected) : 0;
    }
}
