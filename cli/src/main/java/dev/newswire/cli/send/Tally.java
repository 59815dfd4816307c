package dev.newswire.cli.send;

import dev.newswire.cli.client.SendResult;
import java.util.ArrayList;
import java.util.List;

/** What became of everything that was sent, with the first reasons. Not for several threads. */
public final class Tally {
    private static final int REASONS_KEPT = 20;
    private final List<String> reasons = new ArrayList<>();
    private long accepted;
    private long rejected;
    private int unread;

    Tally() {}

    void add(String name, SendResult result) {
        accepted += result.accepted();
        rejected += result.rejected();
        result.errors().forEach(error -> reason(name, error));
    }

    /** What an earlier run has sent of an input. */
    void add(Checkpoint earlier) {
        accepted += earlier.accepted();
        rejected += earlier.rejected();
    }

    void unread(String name, String error) {
        unread++;
        reason(name, error);
    }

    /** Number of articles that the service took. */
    public long accepted() {
        return accepted;
    }

    /** Number of articles that it put among the dead letters. */
    public long rejected() {
        return rejected;
    }

    /** Number of inputs that could not be read to the end. */
    public int unread() {
        return unread;
    }

    /** The first reasons, each with its input and line. */
    public List<String> reasons() {
        return List.copyOf(reasons);
    }

    private void reason(String name, String error) {
        if (reasons.size() < REASONS_KEPT) {
            reasons.add(name + ": " + error);
        }
    }
}
