package dev.newswire.cli.send;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Tells on standard error how a long input moves: one line that is rewritten on a terminal, a line now and then
 * elsewhere. Short inputs end before anything is told.
 */
final class Progress {
    private static final Duration ON_TERMINAL = Duration.ofMillis(250);
    private static final Duration ELSEWHERE = Duration.ofSeconds(5);
    private static final Duration SILENT = Duration.ofSeconds(1);
    private static final int BAR = 24;
    private static final int MOST_NAME = 32;
    private static final String CLEAR_LINE = "\r\u001B[K";

    private final PrintWriter err;
    private final boolean isTerminal;
    private final LongSupplier nanoTime;
    private final long begin;
    private long toldAt;
    private boolean isLineOpen;

    /** @param nanoTime a clock as {@link System#nanoTime()} */
    Progress(PrintWriter err, boolean isTerminal, LongSupplier nanoTime) {
        this.err = err;
        this.isTerminal = isTerminal;
        this.nanoTime = nanoTime;
        this.begin = nanoTime.getAsLong();
        this.toldAt = begin;
    }

    /**
     * Tells, if it is time.
     *
     * @param read bytes read so far
     * @param size bytes in all; -1 where unknown
     * @param sent articles answered for in this run
     */
    void at(String name, long read, long size, long sent, long rejected) {
        long now = nanoTime.getAsLong();
        Duration interval = isTerminal ? ON_TERMINAL : ELSEWHERE;
        if (now - begin < SILENT.toNanos() || now - toldAt < interval.toNanos()) {
            return;
        }
        toldAt = now;
        double seconds = Math.max(1e-3, (now - begin) / 1e9);
        String text = String.format(
                Locale.ROOT,
                "%s%s  %,d sent, %,.0f/s, %,d rejected",
                cut(name),
                share(read, size),
                sent,
                sent / seconds,
                rejected);
        tell(text);
    }

    /** A sentence about what keeps it from moving. */
    void notice(String sentence) {
        tell(sentence);
    }

    /** Leaves the terminal clean. */
    void end() {
        if (isLineOpen) {
            err.print(CLEAR_LINE);
            err.flush();
            isLineOpen = false;
        }
    }

    private void tell(String text) {
        if (isTerminal) {
            err.print(CLEAR_LINE + text);
            isLineOpen = true;
        } else {
            err.println(text);
        }
        err.flush();
    }

    private String share(long read, long size) {
        if (size <= 0) {
            return String.format(Locale.ROOT, "  %,d KiB", read / 1024);
        }
        double share = Math.min(1, (double) read / size);
        if (!isTerminal) {
            return String.format(Locale.ROOT, "  %.0f %%", share * 100);
        }
        int full = (int) Math.round(share * BAR);
        return String.format(Locale.ROOT, "  [%s%s] %3.0f %%", "#".repeat(full), ".".repeat(BAR - full), share * 100);
    }

    private static String cut(String name) {
        return name.length() <= MOST_NAME ? name : "…" + name.substring(name.length() - MOST_NAME + 1);
    }
}
