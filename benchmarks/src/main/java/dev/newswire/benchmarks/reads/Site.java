package dev.newswire.benchmarks.reads;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;

/** The publish service as readers see it. */
final class Site {
    /** The feed that is read, heard and counted: the one of everything. */
    static final String FEED = "/feeds/latest.json";

    /** Longer than links wait to be written anew. */
    private static final long REST_SECONDS = 12;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI url;

    Site(URI url) {
        this.url = url;
    }

    URI url() {
        return url;
    }

    /** What stands at a path, which may have parameters. */
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(url.resolve(path)).build(), BodyHandlers.ofString());
    }

    String body(String path) throws IOException, InterruptedException {
        return get(path).body();
    }

    int status(String path) throws IOException, InterruptedException {
        return get(path).statusCode();
    }

    /** Items of the first part of the feed. */
    int items() throws IOException, InterruptedException {
        return body(FEED).split("\"date_published\"", -1).length - 1;
    }

    String tag() throws IOException, InterruptedException {
        return get(FEED).headers().firstValue("ETag").orElseThrow();
    }

    /** Whether the feed stayed as it is for as long as links wait to be written anew. */
    boolean rests() throws IOException, InterruptedException {
        String before = tag();
        TimeUnit.SECONDS.sleep(REST_SECONDS);
        return before.equals(tag());
    }
}
