package dev.newswire.benchmarks.stream;

/** One event on its way; times as {@link System#nanoTime()} gives them, 0 for what has not happened yet. */
final class Flight {
    private final Letter letter;
    private final long due;
    private volatile long accepted;
    private long shown;
    private long linked;
    private int fates;

    Flight(Letter letter, long due) {
        this.letter = letter;
        this.due = due;
    }

    Letter letter() {
        return letter;
    }

    long due() {
        return due;
    }

    long accepted() {
        return accepted;
    }

    void accepted(long at) {
        accepted = at;
    }

    /** Whether a reader saw it: its entry there, or gone. */
    boolean isShown() {
        return shown != 0;
    }

    long shown() {
        return shown;
    }

    void shown(long at) {
        shown = at;
    }

    /** Whether a reader saw a link of it. */
    boolean isLinked() {
        return linked != 0;
    }

    long linked() {
        return linked;
    }

    void linked(long at) {
        linked = at;
    }

    int fates() {
        return fates;
    }

    void addFate() {
        fates++;
    }
}
