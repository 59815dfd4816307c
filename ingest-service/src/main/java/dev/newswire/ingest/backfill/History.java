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
        return readings.stream().map(History::dated).toList();
    }

    private static Reading dated(Reading reading) {
        if (!(reading instanceof Reading.Found found) || found.article().getFetchedAt() == null) {
            return reading;
        }
        return new Reading.Found(
                dated(found.article(), found.article().getFetchedAt()),
                found.place(),
                found.excerpt(),
                found.related(),
                found.warnings());
    }

    private static ScrapedArticle dated(ScrapedArticle article, Instant fetchedAt) {
        ScrapedArticle.Builder dated = ScrapedArticle.newBuilder(article);
        if (article.getRevision() == null) {
            dated.setRevision(Math.max(0, fetchedAt.toEpochMilli()));
        }
        String publishedAt = article.getPublishedAt();
        if (publishedAt == null || publishedAt.isBlank()) {
            dated.setPublishedAt(AT_CAPTURE);
        }
        return dated.build();
    }
}
