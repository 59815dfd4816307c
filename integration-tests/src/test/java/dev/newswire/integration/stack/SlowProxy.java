package dev.newswire.integration.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Passes connections on to a port of loopback: at once, or late, or so many bytes a second. */
final class SlowProxy implements AutoCloseable {
    private static final int BUFFER_BYTES = 16 * 1024;
    private final ServerSocket server;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile long delayMs;
    private volatile long bytesPerSecond;

    private SlowProxy(ServerSocket server, int target) {
        this.server = server;
        this.target = target;
    }

    /**
     * @param address to listen on
     * @param target port of loopback to pass on to
     */
    static SlowProxy start(InetAddress address, int target) throws IOException {
        ServerSocket server = new ServerSocket();
        server.bind(new InetSocketAddress(address, 0));
        SlowProxy proxy = new SlowProxy(server, target);
        daemon("proxy-accept", proxy::accept);
        return proxy;
    }

    int port() {
        return server.getLocalPort();
    }

    /**
     * From now on everything arrives so much later, in each direction.
     *
     * @param bytesPerSecond of each connection and direction; 0 for any number
     */
    void slow(long delayMs, long bytesPerSecond) {
        this.delayMs = delayMs;
        this.bytesPerSecond = bytesPerSecond;
    }

    /** Breaks what is open; new connections are taken. */
    void cut() {
        open.forEach(SlowProxy::close);
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                connect(server.accept());
            } catch (IOException e) {
                // Closed, or the target is away: whoever called finds the connection closed.
            }
        }
    }

    private void connect(Socket near) throws IOException {
        open.add(near);
        try {
            Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(far);
            daemon("proxy-out", () -> pump(near, far));
            daemon("proxy-in", () -> pump(far, near));
        } catch (IOException e) {
            close(near);
            throw e;
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                hold(read);
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // One side has gone; the other is closed too.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void hold(int bytes) {
        long nanos = TimeUnit.MILLISECONDS.toNanos(delayMs);
        if (bytesPerSecond > 0) {
            nanos += bytes * TimeUnit.SECONDS.toNanos(1) / bytesPerSecond;
        }
        if (nanos > 0) {
            LockSupport.parkNanos(nanos);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed as far as anybody can tell.
        }
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
