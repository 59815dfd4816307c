package dev.newswire.ingest.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** An archive that is not compressed. */
final class PlainSource extends SeekableSource {

    private final SeekableByteChannel channel;

    PlainSource(SeekableByteChannel channel) {
        this.channel = channel;
    }

    @Override
    int read(byte[] into, int from, int length) throws IOException {
        return channel.read(ByteBuffer.wrap(into, from, length));
    }

    @Override
    long length() throws IOException {
        return channel.size();
    }

    @Override
    void seek(long position) throws IOException {
        channel.position(position);
    }

    @Override
    void close() {
        // The channel is the caller's.
    }
}
