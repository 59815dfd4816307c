package dev.newswire.benchmarks.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.newswire.ingest.identity.ArticleId;
import dev.newswire.schema.EventKind;
import dev.newswire.schema.RawArticle;
import java.time.Instant;
import java.util.Arrays;

/**
 * An event as a scraper sends it, and what it will be known by.
 *
 * @param articleId as ingest gives it
 * @param revision of the event
 * @param kind whether it brings the article for the first time, anew, or takes it back
 * @param body JSON in UTF-8
 */
record Letter(String articleId, long revision, Kind kind, byte[] body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What an event does to its article. */
    enum Kind {
        FIRST,
        CORRECTION,
        RETRACTION
    }

    /** @param edition part of the publisher's identifiers: articles of two editions are never the same */
    static Letter of(RawArticle event, String edition) {
        String externalId = edition + event.getArticleId();
        ObjectNode json = JSON.createObjectNode()
                .put("source", event.getSource())
                .put("externalId", externalId)
                .put("revision", event.getRevision());
        if (event.getKind() == EventKind.RETRACT) {
            json.put("kind", "RETRACT").put("retractReason", "publisher");
        } else {
            json.put("title", event.getTitle())
                    .put("url", event.getCanonicalUrl() + "/" + edition)
                    .put("publishedAt", String.valueOf(event.getPublishedAt()))
                    .put("body", event.getBody())
                    .putArray("authors")
                    .add("Ann Example");
        }
        return new Letter(
                ArticleId.ofExternal(event.getSource(), externalId), event.getRevision(), kind(event), bytes(json));
    }

    /** The body with a line feed, as a line of NDJSON. */
    byte[] line() {
        byte[] line = Arrays.copyOf(body, body.length + 1);
        line[body.length] = '\n';
        return line;
    }

    private static Kind kind(RawArticle event) {
        if (event.getKind() == EventKind.RETRACT) {
            return Kind.RETRACTION;
        }
        Instant published = event.getPublishedAt();
        // Records keep times of receipt to the millisecond.
        boolean first = published != null
                && published.toEpochMilli() == event.getReceivedAt().toEpochMilli();
        return first ? Kind.FIRST : Kind.CORRECTION;
    }

    private static byte[] bytes(ObjectNode json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
