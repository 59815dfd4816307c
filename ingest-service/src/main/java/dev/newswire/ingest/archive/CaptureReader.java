package dev.newswire.ingest.archive;

import dev.newswire.ingest.normalise.CanonicalUrl;
import dev.newswire.ingest.source.Document;
import dev.newswire.ingest.source.DocumentType;
import dev.newswire.ingest.source.Excerpt;
import dev.newswire.ingest.source.Origin;
import dev.newswire.ingest.source.RefusalException;
import dev.newswire.ingest.source.Rule;
import java.time.Instant;
import java.util.Arrays;

/**
 * Decides what a record means: a document to read (an HTTP response of status 200, or a resource, that is a page, a feed
 * or JSON), or why it is none. Safe for use by several threads.
 */
public final class CaptureReader {

    private static final int OK = 200;
    private static final int EVIDENCE_BYTES = 64 * 1024;

    private final int documentBytes;

    /** @param documentBytes largest document, decoded */
    public CaptureReader(int documentBytes) {
        this.documentBytes = documentBytes;
    }

    /**
     * What the record means; its content is checked against its digest first.
     *
     * @param fallback when it was fetched, where the record does not tell
     */
    public Capture read(ArchiveItem.Record record, Instant fallback) {
        boolean isPage = record.type().equals("response") || record.type().equals("resource");
        if (!isPage) {
            return new Capture.Skipped(typeOf(record));
        }
        if (CanonicalUrl.of(record.target()) == null) {
            return new Capture.Skipped("not-on-the-web");
        }
        if (!record.isCut() && !BlockDigest.fits(record.fields().get("warc-block-digest"), record.block())) {
            return new Capture.Altered("a record is not what its digest says");
        }
        try {
            return record.type().equals("resource") ? resource(record, fallback) : response(record, fallback);
        } catch (RefusalException refused) {
            return new Capture.Refused(refused.refusal(), evidence(record));
        }
    }

    private Capture resource(ArchiveItem.Record record, Instant fallback) throws RefusalException {
        HttpMessage plain = new HttpMessage(OK, record.fields().get("content-type"), "", record.block());
        return page(record, plain, fallback);
    }

    private Capture response(ArchiveItem.Record record, Instant fallback) throws RefusalException {
        if (!record.fields().get("content-type").startsWith("application/http")) {
            return new Capture.Skipped("not-http");
        }
        HttpMessage message = HttpMessage.read(record.block());
        if (message == null) {
            throw new RefusalException(Rule.SYNTAX, "the record holds no readable HTTP response", "");
        }
        if (message.status() != OK) {
            return new Capture.Skipped("status-" + Math.min(Math.max(message.status() / 100, 0), 9) + "xx");
        }
        return page(record, message, fallback);
    }

    private Capture page(ArchiveItem.Record record, HttpMessage message, Instant fallback) throws RefusalException {
        String contentType = message.contentType();
        if (PageTypes.typeOf(contentType, new byte[] {'<', 'p', '>'}) == null) {
            return new Capture.Skipped("type-" + PageTypes.family(contentType));
        }
        if (record.isCut()) {
            throw new RefusalException(
                    Rule.LIMIT,
                    "the record has " + record.length() + " bytes, at most " + documentBytes + " are taken",
                    "");
        }
        byte[] content = ContentEncoding.decode(message.body(), message.encoding(), documentBytes);
        DocumentType type = PageTypes.typeOf(contentType, content);
        if (type == null) {
            return new Capture.Skipped("type-" + PageTypes.family(contentType));
        }
        Instant fetchedAt = record.date() == null ? fallback : record.date();
        Origin origin = new Origin(null, record.target(), fetchedAt, PageTypes.charset(contentType));
        return new Capture.Page(type, new Document(content, origin));
    }

    private static String typeOf(ArchiveItem.Record record) {
        return switch (record.type()) {
            case "request", "metadata", "warcinfo", "revisit", "conversion", "continuation" -> record.type();
            default -> "other";
        };
    }

    private static Excerpt evidence(ArchiveItem.Record record) {
        byte[] head = Arrays.copyOf(record.block(), Math.min(record.block().length, EVIDENCE_BYTES));
        return Excerpt.beginning(head, record.length());
    }
}
