package dev.newswire.ingest.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.netpreserve.jwarc.HttpRequest;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/** Writes small archives with jwarc, and remembers where each record begins. */
public final class SampleArchive {

    /** When the pages were fetched. */
    public static final Instant FETCHED_AT = Instant.parse("2016-05-04T03:02:01Z");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Integer> offsets = new ArrayList<>();
    private final WarcWriter writer;

    private SampleArchive(WarcCompression compression) {
        try {
            writer = new WarcWriter(Channels.newChannel(bytes), compression);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Not compressed. */
    public static SampleArchive plain() {
        return new SampleArchive(WarcCompression.NONE);
    }

    /** One gzip member a record. */
    public static SampleArchive gzip() {
        return new SampleArchive(WarcCompression.GZIP);
    }

    /** Adds what crawlers write besides pages: a description of the crawl and a request. */
    public SampleArchive addFrame() {
        return write(() -> writer.write(new Warcinfo.Builder()
                        .recordId(id())
                        .date(FETCHED_AT)
                        .fields(Map.of("software", List.of("sample")))
                        .build()))
                .write(() -> writer.write(new WarcRequest.Builder("http://news.example/request")
                        .recordId(id())
                        .date(FETCHED_AT)
                        .body(new HttpRequest.Builder("GET", "/request").build())
                        .build()));
    }

    /** Adds a page that was fetched. */
    public SampleArchive addPage(String url, String html) {
        return addResponse(
                url,
                new HttpResponse.Builder(200, "OK")
                        .body(MediaType.parse("text/html; charset=utf-8"), html.getBytes(StandardCharsets.UTF_8))
                        .build());
    }

    /** Adds any response. */
    public SampleArchive addResponse(String url, HttpResponse response) {
        return write(() -> writer.write(new WarcResponse.Builder(URI.create(url))
                .recordId(id())
                .date(FETCHED_AT)
                .body(response)
                .build()));
    }

    /** Where each record begins. */
    public List<Integer> offsets() {
        return offsets;
    }

    /** The archive. */
    public byte[] bytes() {
        return bytes.toByteArray();
    }

    /** A page whose article has this headline. */
    public static String page(String title) {
        return "<!doctype html><html lang=en><head><title>" + title + "</title></head><body><article><h1>" + title
                + "</h1>"
                + "<p>The harbour authority of the small town said on Monday that the old pier would stay open until the"
                + " end of the season, after engineers had looked at each of its pillars and found them sound.</p>"
                        .repeat(4)
                + "</article></body></html>";
    }

    private SampleArchive write(Action action) {
        offsets.add(bytes.size());
        try {
            action.run();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return this;
    }

    /** The same in every run: where a flipped bit hits depends on each byte. */
    private UUID id() {
        return new UUID(0, offsets.size());
    }

    private interface Action {
        void run() throws IOException;
    }
}
