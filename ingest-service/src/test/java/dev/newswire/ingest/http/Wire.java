package dev.newswire.ingest.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer as it came over the wire, headers and all, to a request that need not be a good one.
 *
 * @param headers by their names in lower case
 */
record Wire(int status, Map<String, String> headers, String body) {

    private static final int PATIENCE_MS = 30_000;

    /**
     * Sends a request and reads the answer until the server closes.
     *
     * @param request its lines without those that every request has
     */
    static Wire send(URI server, String request, byte[] body) {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MS);
            OutputStream out = socket.getOutputStream();
            String head = request.strip() + "\nHost: localhost\nConnection: close\n\n";
            out.write(head.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
            out.flush();
            return read(socket.getInputStream());
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static Wire read(InputStream in) throws IOException {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new AssertionError("no answer: " + text);
        }
        String[] lines = text.substring(0, end).split("\r\n");
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        return new Wire(Integer.parseInt(lines[0].split(" ")[1]), headers, text.substring(end + 4));
    }
}
