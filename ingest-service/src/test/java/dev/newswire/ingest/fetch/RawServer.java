package dev.newswire.ingest.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/** A server that speaks as badly as it likes: every connection is handed to the script, byte for byte. */
final class RawServer implements AutoCloseable {

    interface Script {
        void talk(OutputStream out, CountDownLatch end) throws Exception;
    }

    private final ServerSocket socket;
    private final CountDownLatch end = new CountDownLatch(1);

    RawServer(Script script) throws IOException {
        socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread acceptor = new Thread(() -> accept(script), "raw-server");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept(Script script) {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                connection.getInputStream().read(new byte[8_192]);
                script.talk(connection.getOutputStream(), end);
            } catch (Exception gone) {
                // The client hangs up on what it does not take.
            }
        }
    }

    @Override
    public void close() throws IOException {
        end.countDown();
        socket.close();
    }
}
