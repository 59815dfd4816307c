package dev.newswire.ingest.archive;

import dev.newswire.ingest.source.Document;
import dev.newswire.ingest.source.DocumentType;
import dev.newswire.ingest.source.Excerpt;
import dev.newswire.ingest.source.Refusal;

/** What a record of an archive means to us. */
public sealed interface Capture {

    /** A document that may hold articles. */
    record Page(DocumentType type, Document document) implements Capture {}

    /**
     * Nothing that could be an article.
     *
     * @param reason one of few, so that it can be counted
     */
    record Skipped(String reason) implements Capture {}

    /** A document that we cannot take. */
    record Refused(Refusal refusal, Excerpt excerpt) implements Capture {}

    /**
     * Not what was recorded.
     *
     * @param reason in a few words
     */
    record Altered(String reason) implements Capture {}
}
