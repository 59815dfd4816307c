package dev.newswire.benchmarks.reads;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Clients that listen to the feed of everything; the first of them notes when it hears of each article. */
final class Listeners {
    private static final Pattern ID = Pattern.compile("^data: \\{\"id\":\"[^\"]*?([0-9A-Z]{26})\"");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI publish;
    private final AtomicLong heard = new AtomicLong();
    private final AtomicLong opened = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();
    private final Map<String, Long> entries = new ConcurrentHashMap<>();
    private final Map<String, Long> deletions = new ConcurrentHashMap<>();
    private int asked;

    Listeners(URI publish) {
        this.publish = publish;
    }

    /** Opens streams until there are so many. */
    void open(int count) {
        HttpRequest request =
                HttpRequest.newBuilder(publish.resolve("/feeds/latest.events")).build();
        for (; asked < count; asked++) {
            client.sendAsync(request, BodyHandlers.fromLineSubscriber(new Lines(asked == 0)));
        }
    }

    /** Streams that have said something and have not ended. */
    long open() {
        return opened.get() - ended.get();
    }

    /** Events that all have heard together. */
    long heard() {
        return heard.get();
    }

    /** When the first stream heard of the entry of each article, in {@link System#nanoTime}. */
    Map<String, Long> entries() {
        return entries;
    }

    /** When it heard that an entry had left. */
    Map<String, Long> deletions() {
        return deletions;
    }

    private final class Lines implements Flow.Subscriber<String> {
        private final boolean notes;
        private boolean isOpen;
        private boolean isEntry;

        Lines(boolean notes) {
            this.notes = notes;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            if (!isOpen) {
                isOpen = true;
                opened.incrementAndGet();
            }
            if (line.startsWith("event: ")) {
                heard.incrementAndGet();
                isEntry = line.endsWith("entry");
            } else if (notes && line.startsWith("data: ")) {
                note(line);
            }
        }

        private void note(String line) {
            Matcher matcher = ID.matcher(line);
            if (matcher.find()) {
                (isEntry ? entries : deletions).putIfAbsent(matcher.group(1), System.nanoTime());
            }
        }

        @Override
        public void onError(Throwable failure) {
            end();
        }

        @Override
        public void onComplete() {
            end();
        }

        private void end() {
            if (isOpen) {
                ended.incrementAndGet();
            }
        }
    }
}
