package dev.newswire.platform.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Scheduler;

/** A network connection that counts the bytes that really came and went. */
final class MeteredEndPoint extends SocketChannelEndPoint {

    private final AtomicLong received = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();

    MeteredEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
        super(channel, selector, key, scheduler);
    }

    long received() {
        return received.get();
    }

    long sent() {
        return sent.get();
    }

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
        int bytes = super.fill(buffer);
        if (bytes > 0) {
            received.addAndGet(bytes);
        }
        return bytes;
    }

    @Override
    public boolean flush(ByteBuffer... buffers) throws IOException {
        long before = BufferUtil.remaining(buffers);
        try {
            return super.flush(buffers);
        } finally {
            sent.addAndGet(before - BufferUtil.remaining(buffers));
        }
    }
}
