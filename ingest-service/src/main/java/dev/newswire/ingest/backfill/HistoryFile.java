package dev.newswire.ingest.backfill;

import dev.newswire.ingest.archive.ArchivePosition;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file of history that is being read. */
interface HistoryFile extends Closeable {

    /** The next record or line, or null at the end. */
    @Nullable
    Entry next() throws IOException;

    /** Where to go on behind the last entry, another time. */
    ArchivePosition position();

    /** How much of the file is read, in bytes. */
    long offset() throws IOException;
}
