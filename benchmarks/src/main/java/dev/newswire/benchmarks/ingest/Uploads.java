package dev.newswire.benchmarks.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends articles to the ingest service as a scraper does: chunked NDJSON, several uploads at a time. */
public final class Uploads implements AutoCloseable, Load {
    private static final int CHUNK_BYTES = 64 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI articles;
    private final int parallel;
    private final ExecutorService threads;

    Uploads(URI ingest, int parallel) {
        this.articles = ingest.resolve("/v1/articles");
        this.parallel = parallel;
        this.threads = Executors.newFixedThreadPool(parallel);
    }

    @Override
    public void send(List<Lines.Line> lines) throws Exception {
        List<Callable<Long>> uploads = new ArrayList<>();
        int each = (lines.size() + parallel - 1) / parallel;
        for (int from = 0; from < lines.size(); from += each) {
            List<Lines.Line> part = lines.subList(from, Math.min(lines.size(), from + each));
            uploads.add(
                    () -> upload(articles, part.stream().map(Lines.Line::bytes).toList()));
        }
        long accepted = 0;
        for (Future<Long> upload : threads.invokeAll(uploads)) {
            accepted += upload.get();
        }
        if (accepted != lines.size()) {
            throw new IOException("Only " + accepted + " of " + lines.size() + " articles were accepted");
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /**
     * Sends lines of NDJSON in one upload, each with its line feed; returns how many were accepted.
     *
     * @param articles where the ingest service takes them
     */
    public static long upload(URI articles, List<byte[]> lines) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) articles.toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "application/x-ndjson");
        connection.setDoOutput(true);
        connection.setChunkedStreamingMode(CHUNK_BYTES);
        try (OutputStream body = connection.getOutputStream()) {
            for (byte[] line : lines) {
                body.write(line);
            }
        }
        try (InputStream answer = connection.getInputStream()) {
            JsonNode report = JSON.readTree(answer);
            return report.path("accepted").asLong();
        }
    }
}
