package dev.newswire.ingest.archive;

import java.io.IOException;

/** Bytes whose number is known beforehand, and that can be read from anywhere. */
abstract class SeekableSource extends ByteSource {

    /** The number of all bytes. */
    abstract long length() throws IOException;

    /** Goes on at a position. */
    abstract void seek(long position) throws IOException;
}
