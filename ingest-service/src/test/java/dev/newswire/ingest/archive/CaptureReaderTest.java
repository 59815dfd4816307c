package dev.newswire.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.ingest.source.DocumentType;
import dev.newswire.ingest.source.Rule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaptureReaderTest {

    private static final int DOCUMENT_BYTES = 100_000;
    private static final Instant FALLBACK = Instant.parse("2020-01-01T00:00:00Z");
    private static final String PAGE = "<html><title>A page</title><p>Text</p></html>";

    private final CaptureReader reader = new CaptureReader(DOCUMENT_BYTES);

    @Test
    void pageComesWithItsAddressTimeAndEncoding() {
        Capture.Page page = page(response("Content-Type: text/html; charset=iso-8859-1\r\n", bytes(PAGE)));

        assertThat(page.type()).isEqualTo(DocumentType.HTML);
        assertThat(page.document().content()).isEqualTo(bytes(PAGE));
        assertThat(page.document().origin().url()).isEqualTo("http://news.example/story");
        assertThat(page.document().origin().fetchedAt()).isEqualTo(SampleArchive.FETCHED_AT);
        assertThat(page.document().origin().charset()).isEqualTo(StandardCharsets.ISO_8859_1);
    }

    @Test
    void chunksAreJoined() {
        String chunked = "5\r\n<html\r\n2c\r\n" + PAGE.substring(5) + "    \r\n0\r\n\r\n";
        Capture.Page page = page(response("Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n", bytes(chunked)));

        assertThat(new String(page.document().content(), StandardCharsets.UTF_8).strip())
                .isEqualTo(PAGE);
    }

    @Test
    void brokenChunksAreTakenAsTheyAre() {
        Capture.Page page = page(response("Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n", bytes(PAGE)));

        assertThat(page.document().content()).isEqualTo(bytes(PAGE));
    }

    @Test
    void compressedBodyIsDecoded() {
        Capture.Page page =
                page(response("Content-Type: text/html\r\nContent-Encoding: gzip\r\n", Gzip.of(bytes(PAGE))));

        assertThat(page.document().content()).isEqualTo(bytes(PAGE));
    }

    @Test
    void bodyThatOnlyClaimsToBeCompressedIsTakenAsItIs() {
        Capture.Page page = page(response("Content-Type: text/html\r\nContent-Encoding: gzip\r\n", bytes(PAGE)));

        assertThat(page.document().content()).isEqualTo(bytes(PAGE));
    }

    @Test
    void bodyThatInflatesBeyondTheLimitIsRefused() {
        byte[] bomb = Gzip.of(new byte[50 * DOCUMENT_BYTES]);
        Capture capture = read(response("Content-Type: text/html\r\nContent-Encoding: gzip\r\n", bomb));

        assertThat(capture).isInstanceOf(Capture.Refused.class);
        assertThat(((Capture.Refused) capture).refusal().rule()).isEqualTo(Rule.LIMIT);
    }

    @Test
    void encodingThatNobodyReadsIsRefusedWithThatReason() {
        Capture capture = read(response("Content-Type: text/html\r\nContent-Encoding: br\r\n", bytes(PAGE)));

        assertThat(((Capture.Refused) capture).refusal().rule()).isEqualTo(Rule.UNSUPPORTED);
    }

    @Test
    void largeRecordIsRefusedOnlyIfItIsAPage() {
        assertThat(read(cut("text/html"))).isInstanceOf(Capture.Refused.class);
        assertThat(read(cut("video/mp4"))).isEqualTo(new Capture.Skipped("type-video"));
    }

    @Test
    void whatIsNoPageIsSkippedWithItsReason() {
        assertThat(read(record("request", "http://news.example/", "application/http", bytes("GET / HTTP/1.1\r\n\r\n"))))
                .isEqualTo(new Capture.Skipped("request"));
        assertThat(read(record("revisit", "http://news.example/", "application/http", bytes(""))))
                .isEqualTo(new Capture.Skipped("revisit"));
        assertThat(read(record("response", "dns:news.example", "text/dns", bytes("127.0.0.1"))))
                .isEqualTo(new Capture.Skipped("not-on-the-web"));
        assertThat(read(response("Content-Type: image/png\r\n", bytes("x"))))
                .isEqualTo(new Capture.Skipped("type-image"));
        assertThat(read(record(
                        "response",
                        "http://news.example/",
                        "application/http",
                        bytes("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n" + PAGE))))
                .isEqualTo(new Capture.Skipped("status-4xx"));
    }

    @Test
    void resourceThatIsAPageIsTaken() {
        assertThat(read(record("resource", "http://news.example/story", "text/html", bytes(PAGE))))
                .isInstanceOf(Capture.Page.class);
    }

    @Test
    void feedIsToldByItsContent() {
        byte[] feed = bytes("<?xml version='1.0'?><rss version='2.0'><channel></channel></rss>");
        assertThat(page(response("Content-Type: text/xml\r\n", feed)).type()).isEqualTo(DocumentType.FEED);
        assertThat(page(response("Content-Type: text/html\r\n", feed)).type()).isEqualTo(DocumentType.FEED);
    }

    @Test
    void recordThatIsNotWhatItsDigestSaysIsAltered() {
        ArchiveItem.Record page = response("Content-Type: text/html\r\n", bytes(PAGE));
        ArchiveItem.Record altered = new ArchiveItem.Record(
                0,
                page.type(),
                page.target(),
                page.date(),
                new RecordFields(Map.of(
                        "content-type",
                        "application/http",
                        "warc-block-digest",
                        "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ")),
                page.block(),
                page.length(),
                false);

        assertThat(read(altered)).isInstanceOf(Capture.Altered.class);
    }

    @Test
    void blockThatIsNoHttpIsRefused() {
        Capture capture = read(record("response", "http://news.example/", "application/http", bytes("nothing")));

        assertThat(((Capture.Refused) capture).refusal().rule()).isEqualTo(Rule.SYNTAX);
    }

    private Capture read(ArchiveItem.Record record) {
        return reader.read(record, FALLBACK);
    }

    private Capture.Page page(ArchiveItem.Record record) {
        Capture capture = read(record);
        assertThat(capture).isInstanceOf(Capture.Page.class);
        return (Capture.Page) capture;
    }

    private static ArchiveItem.Record response(String headers, byte[] body) {
        byte[] head = bytes("HTTP/1.1 200 OK\r\n" + headers + "\r\n");
        byte[] block = java.util.Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, block, head.length, body.length);
        return record("response", "http://news.example/story", "application/http; msgtype=response", block);
    }

    private static ArchiveItem.Record cut(String contentType) {
        byte[] block = bytes("HTTP/1.1 200 OK\r\nContent-Type: " + contentType + "\r\n\r\nthe beginning");
        return new ArchiveItem.Record(
                0,
                "response",
                "http://news.example/story",
                SampleArchive.FETCHED_AT,
                new RecordFields(Map.of("content-type", "application/http")),
                block,
                1_000_000_000,
                true);
    }

    private static ArchiveItem.Record record(String type, String target, String contentType, byte[] block) {
        return new ArchiveItem.Record(
                0,
                type,
                target,
                SampleArchive.FETCHED_AT,
                new RecordFields(Map.of("content-type", contentType)),
                block,
                block.length,
                false);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
