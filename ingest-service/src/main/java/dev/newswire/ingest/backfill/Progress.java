package dev.newswire.ingest.backfill;

import java.nio.file.Path;

/** Is told how a backfill goes: often, so it decides itself what to show. */
public interface Progress {

    /**
     * So far so good.
     *
     * @param offset how much of the file is read, in bytes
     * @param size of the file in bytes
     */
    void at(Path file, long offset, long size, Tally tally);

    /** A file that an earlier run has done. */
    void skipped(Path file);
}
