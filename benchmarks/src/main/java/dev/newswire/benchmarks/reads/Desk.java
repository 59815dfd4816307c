package dev.newswire.benchmarks.reads;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends articles, and withdraws them. */
final class Desk {
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([0-9A-Z]{26})\"");
    private static final double NANOS_PER_SECOND = 1e9;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI ingest;
    private final AtomicInteger made = new AtomicInteger();

    Desk(URI ingest) {
        this.ingest = ingest;
    }

    /**
     * An article that was accepted.
     *
     * @param number of {@link Story}
     * @param acceptedAt {@link System#nanoTime} when the answer had come
     */
    record Sent(String articleId, int number, long acceptedAt) {}

    /** Sends the next article. */
    Sent send() throws IOException, InterruptedException {
        int number = made.getAndIncrement();
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(ingest.resolve("/v1/articles"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(Story.json(number)))
                        .build(),
                BodyHandlers.ofString());
        long acceptedAt = System.nanoTime();
        Matcher matcher = ID.matcher(response.body());
        if (!matcher.find()) {
            throw new IOException("An article was not accepted: " + response.body());
        }
        return new Sent(matcher.group(1), number, acceptedAt);
    }

    /** Sends so many, so many a second. */
    List<Sent> send(int count, double rate) throws IOException, InterruptedException {
        List<Sent> sent = new ArrayList<>();
        send(count, rate, sent::add);
        return sent;
    }

    /** The same, each handed over when it is accepted; ends early where the thread is interrupted. */
    void send(int count, double rate, Consumer<Sent> receiver) throws IOException, InterruptedException {
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = start + (long) (i * NANOS_PER_SECOND / rate);
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            receiver.accept(send());
        }
    }

    /** Withdraws one; returns when that is accepted. */
    void retract(String articleId) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(ingest.resolve("/v1/articles/" + articleId))
                        .DELETE()
                        .build(),
                BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException("A retraction was not accepted: " + response.body());
        }
    }
}
