package dev.newswire.cli.reenrich;

/** What a run has come to so far. For one thread. */
public final class ReEnrichTally {
    private long looked;
    private long filtered;
    private long upToDate;
    private long taken;
    private long changed;

    void look() {
        looked++;
    }

    void filter() {
        filtered++;
    }

    void skip() {
        upToDate++;
    }

    void take() {
        taken++;
    }

    void change(long count) {
        changed += count;
    }

    /** Articles looked at. */
    public long looked() {
        return looked;
    }

    /** Articles that were not meant. */
    public long filtered() {
        return filtered;
    }

    /** Articles that were read by these very rules and so cannot differ. */
    public long upToDate() {
        return upToDate;
    }

    /** Articles compared, in a dry run, or sent. */
    public long taken() {
        return taken;
    }

    /** Articles whose entities would be, or are, others than before. */
    public long changed() {
        return changed;
    }
}
