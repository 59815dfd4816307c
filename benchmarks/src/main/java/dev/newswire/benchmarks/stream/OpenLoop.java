package dev.newswire.benchmarks.stream;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Sends each event when its time has come, whether or not those before have been answered, and counts every delay from that
 * time: a sender that is held up makes delays longer, never fewer (Gil Tene, "How NOT to Measure Latency").
 */
final class OpenLoop {
    private static final int ACCEPTED = 202;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI articles;
    private final Sightings sightings;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /**
     * @param ingest address of the ingest service
     * @param sightings is told when each event was due, went, and was accepted
     */
    OpenLoop(String ingest, Sightings sightings) {
        this.articles = URI.create(ingest).resolve("/v1/articles");
        this.sightings = sightings;
    }

    /**
     * Returns when the last one has been sent.
     *
     * @param perSecond events
     * @throws IOException if one was refused
     */
    void send(List<Letter> letters, int perSecond) throws IOException {
        long start = System.nanoTime();
        for (int i = 0; i < letters.size(); i++) {
            long due = start + i * TimeUnit.SECONDS.toNanos(1) / perSecond;
            waitUntil(due);
            send(letters.get(i), due);
            Throwable failed = failure.get();
            if (failed != null) {
                throw new IOException("An event was not accepted: " + failed.getMessage(), failed);
            }
        }
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void send(Letter letter, long due) {
        HttpRequest request = HttpRequest.newBuilder(articles)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(letter.body()))
                .build();
        sightings.sent(letter, due, System.nanoTime());
        http.sendAsync(request, BodyHandlers.ofString()).whenComplete((answer, failed) -> {
            if (failed != null) {
                failure.set(failed);
                return;
            }
            answered(letter, answer);
        });
    }

    private void answered(Letter letter, HttpResponse<String> answer) {
        if (answer.statusCode() != ACCEPTED) {
            failure.set(new IOException(answer.statusCode() + " " + answer.body()));
            return;
        }
        sightings.accepted(letter, System.nanoTime());
    }
}
