package dev.newswire.ingest.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** The compressed bytes of a file, one by one or by the buffer. */
final class FileBytes {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final SeekableByteChannel channel;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int at;
    private int end;

    /** Where in the file the buffer begins. */
    private long base;

    FileBytes(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.base = channel.position();
    }

    /** Where the next byte stands. */
    long offset() {
        return base + at;
    }

    void seek(long offset) throws IOException {
        if (offset >= base && offset <= base + end) {
            at = (int) (offset - base);
            return;
        }
        channel.position(offset);
        base = offset;
        at = 0;
        end = 0;
    }

    /** The next byte, or -1. */
    int next() throws IOException {
        return at < end || fill() ? buffer[at++] & 0xFF : -1;
    }

    /** Moves past bytes; false if the file ends before. */
    boolean skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            if (next() < 0) {
                return false;
            }
        }
        return true;
    }

    /** Gives all that is buffered to a consumer and passes it; false at the end of the file. */
    boolean feed(Consumer consumer) throws IOException {
        if (at == end && !fill()) {
            return false;
        }
        consumer.take(buffer, at, end - at);
        at = end;
        return true;
    }

    /** Takes buffered bytes. */
    interface Consumer {
        void take(byte[] bytes, int from, int length);
    }

    /** Steps back over bytes that were fed but not used. */
    void giveBack(int count) {
        at -= count;
    }

    private boolean fill() throws IOException {
        base += end;
        at = 0;
        end = Math.max(0, channel.read(ByteBuffer.wrap(buffer)));
        return end > 0;
    }
}
