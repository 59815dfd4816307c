package dev.newswire.ingest.backfill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The account of a backfill. Every record of an archive and every line is counted once as a page (which gave articles,
 * rejects or both), as skipped, as refused, or as damaged. Not safe for use by several threads.
 */
public final class Tally {

    private static final int DAMAGES_TOLD = 1_000;

    private final Map<String, Long> skipped = new TreeMap<>();
    private final Map<String, Long> rejected = new TreeMap<>();
    private final List<String> damages = new ArrayList<>();
    private long records;
    private long pages;
    private long refused;
    private long damaged;
    private long accepted;

    void countPage() {
        records++;
        pages++;
    }

    void countRefused() {
        records++;
        refused++;
    }

    void countSkipped(String reason) {
        records++;
        skipped.merge(reason, 1L, Long::sum);
    }

    void countDamaged(String where) {
        records++;
        damaged++;
        if (damages.size() < DAMAGES_TOLD) {
            damages.add(where);
        }
    }

    void countAccepted(long count) {
        accepted += count;
    }

    void countRejected(String rule, long count) {
        rejected.merge(rule, count, Long::sum);
    }

    /** Records and lines in all: {@code pages + refused + skipped + damaged}. */
    public long records() {
        return records;
    }

    /** Records and lines that were read as documents. */
    public long pages() {
        return pages;
    }

    /** Records and lines that could not be read as documents: each is a dead letter. */
    public long refused() {
        return refused;
    }

    /** Records that are lost, or altered since they were written. */
    public long damaged() {
        return damaged;
    }

    /** The first thousand damages: file, offset and reason. */
    public List<String> damages() {
        return List.copyOf(damages);
    }

    /** Articles that are in the log. */
    public long accepted() {
        return accepted;
    }

    /** Dead letters by rule. */
    public Map<String, Long> rejected() {
        return new TreeMap<>(rejected);
    }

    /** Records that hold nothing to read, by reason. */
    public Map<String, Long> skipped() {
        return new TreeMap<>(skipped);
    }
}
