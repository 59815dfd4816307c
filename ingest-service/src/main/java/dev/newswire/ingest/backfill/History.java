package dev.newswire.ingest.backfill;

import dev.newswire.ingest.source.Reading;
import dev.newswire.schema.ScrapedArticle;
import java.time.Instant;
import java.util.List;

/**
 * What differs for an article that was fetched long ago: where it names no revision, it is as old as its capture, not as
 * its import, so that it never overwrites what has come since; and where it names no publication time, it was published
 * about then, or it would stand among today's news.
 */
final class History {

    /** A relative time: read against the time of the capture, and marked as estimated. */
    private static final String AT_CAPTURE = "now";

    private History() {}

    static List<Reading> dated(List<Reading> readings) {
        readings.forEach(reading -> {
            if (reading instanceof Reading.Found found) {
                date(found.article());
            }
        });
        return readings;
    }

    private static void date(ScrapedArticle article) {
        Instant fetchedAt = article.getFetchedAt();
        if (fetchedAt == null) {
            return;
        }
        if (article.getRevision() == null) {
            article.setRevision(Math.max(0, fetchedAt.toEpochMilli()));
        }
        String publishedAt = article.getPublishedAt();
        if (publishedAt == null || publishedAt.isBlank()) {
            article.setPublishedAt(AT_CAPTURE);
        }
    }
}
