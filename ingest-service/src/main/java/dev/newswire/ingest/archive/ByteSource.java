package dev.newswire.ingest.archive;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** The decompressed bytes of an archive, from begin to end, whatever is damaged. */
abstract class ByteSource {

    /** What was passed since the last look, in the order of positions; the consumer takes marks away. */
    final Deque<Mark> marks = new ArrayDeque<>();

    /**
     * Reads some bytes, at least one; -1 at the end.
     *
     * @throws IOException if the file cannot be read; damage is a mark, not an exception
     */
    abstract int read(byte[] into, int from, int length) throws IOException;

    /** Gives back what is held outside of the heap. */
    abstract void close();
}
