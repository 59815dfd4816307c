package dev.newswire.benchmarks.reads;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Asks one thing again and again over one connection, and reads every answer whole. */
final class Reader implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final Socket socket;
    private final byte[] request;
    private final byte[] buffer = new byte[BUFFER];

    /** @param headers further lines of the request, each with its line end */
    Reader(URI server, String path, String headers) throws IOException {
        this.socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        this.request = ("GET " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Asks so many times; every answer must have this status. */
    void ask(int times, int status) throws IOException {
        OutputStream out = socket.getOutputStream();
        for (int i = 0; i < times; i++) {
            out.write(request);
            String head = readAnswer();
            if (!head.startsWith("HTTP/1.1 " + status)) {
                throw new IOException("an answer that was not expected: " + head);
            }
        }
    }

    /** Reads an answer; returns its header. */
    private String readAnswer() throws IOException {
        InputStream in = socket.getInputStream();
        int size = 0;
        int headEnd = -1;
        while (headEnd < 0) {
            int read = in.read(buffer, size, buffer.length - size);
            if (read < 0) {
                throw new IOException("the connection was closed");
            }
            size += read;
            headEnd = new String(buffer, 0, size, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
        }
        String head = new String(buffer, 0, headEnd, StandardCharsets.ISO_8859_1);
        long left = length(head) - (size - headEnd - 4);
        while (left > 0) {
            left -= Math.max(0, in.read(buffer, 0, (int) Math.min(left, buffer.length)));
        }
        return head;
    }

    private static long length(String head) {
        String lower = head.toLowerCase(Locale.ROOT);
        int at = lower.indexOf("content-length:");
        if (at < 0) {
            return 0;
        }
        int end = lower.indexOf('\r', at);
        return Long.parseLong(lower.substring(at + "content-length:".length(), end < 0 ? lower.length() : end)
                .strip());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
