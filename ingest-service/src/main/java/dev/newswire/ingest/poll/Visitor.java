package dev.newswire.ingest.poll;

import dev.newswire.ingest.fetch.Answer;
import dev.newswire.ingest.fetch.Failure;
import dev.newswire.ingest.fetch.FetchException;
import dev.newswire.ingest.fetch.Fetched;
import dev.newswire.ingest.fetch.Fetcher;
import dev.newswire.ingest.identity.Digest;
import dev.newswire.schema.SourceDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks for documents on condition that they have changed (RFC 9110 §13), and does not take the server's word for it: the
 * content decides, and now and then it is asked for without conditions, at its old address.
 */
final class Visitor {

    static final Duration WHOLE_EVERY = Duration.ofDays(1);

    private static final int GONE = 410;
    private static final int NOT_FOUND = 404;
    private static final int NOT_MODIFIED = 304;
    private static final int HASH_BYTES = 16;

    private final Fetcher fetcher;
    private final Timekeeper time;

    Visitor(Fetcher fetcher, Timekeeper time) {
        this.fetcher = fetcher;
        this.time = time;
    }

    /** What is known of a document that was never asked for. */
    static SourceDocument unknown(String url) {
        return SourceDocument.newBuilder().setUrl(url).setWholeAt(Instant.EPOCH).build();
    }

    Visit visit(Source source, SourceDocument before) {
        boolean isWhole = isWholeDue(before);
        String url = before.getMovedTo() == null || isWhole ? before.getUrl() : before.getMovedTo();
        Map<String, String> headers = new LinkedHashMap<>(source.headers());
        boolean isConditional = !isWhole && !before.getValidatorsLie() && addConditions(before, headers);
        try {
            return judge(before, fetcher.fetch(url, headers), url, isConditional);
        } catch (FetchException e) {
            Duration wait = e.failure() == Failure.ROBOTS ? source.maximumInterval() : null;
            return new Visit.Failed(before, e.reason(), wait);
        }
    }

    private boolean isWholeDue(SourceDocument before) {
        return before.getContentHash().isEmpty()
                || !before.getWholeAt().plus(WHOLE_EVERY).isAfter(time.now());
    }

    private static boolean addConditions(SourceDocument before, Map<String, String> headers) {
        if (before.getEtag() != null) {
            headers.put("If-None-Match", before.getEtag());
        }
        if (before.getLastModified() != null) {
            headers.put("If-Modified-Since", before.getLastModified());
        }
        return before.getEtag() != null || before.getLastModified() != null;
    }

    private Visit judge(SourceDocument before, Fetched fetched, String url, boolean isConditional) {
        Answer answer = fetched.answer();
        Instant now = time.now();
        int status = answer.status();
        if (status == NOT_MODIFIED && isConditional) {
            return new Visit.Same(before, HttpTimes.freshness(answer, now).orElse(null));
        }
        boolean isMoved = !url.equals(before.getUrl());
        if (isMoved && (status == NOT_FOUND || status == GONE)) {
            SourceDocument back =
                    SourceDocument.newBuilder(before).setMovedTo(null).build();
            return new Visit.Failed(back, "where it had moved to it is no longer (status " + status + ")", null);
        }
        if (status == GONE) {
            return new Visit.Gone(
                    SourceDocument.newBuilder(before).setGone(true).build());
        }
        if (status != 200) {
            Duration wait = HttpTimes.retryAfter(answer, now).orElse(null);
            return new Visit.Failed(before, "the server answered with status " + status, wait);
        }
        return read(before, fetched, now);
    }

    private static Visit read(SourceDocument before, Fetched fetched, Instant now) {
        Answer answer = fetched.answer();
        String hash = Digest.of(answer.body()).hex(HASH_BYTES);
        boolean isSame = hash.equals(before.getContentHash());
        String etag = answer.header("etag").orElse(null);
        String lastModified = answer.header("last-modified").orElse(null);
        SourceDocument after = SourceDocument.newBuilder(before)
                .setMovedTo(movedTo(before, fetched))
                .setEtag(etag)
                .setLastModified(lastModified)
                .setValidatorsLie(before.getValidatorsLie() || (!isSame && isRepeated(before, etag, lastModified)))
                .setContentHash(hash)
                .setWholeAt(now)
                .build();
        Duration fresh = HttpTimes.freshness(answer, now).orElse(null);
        return isSame ? new Visit.Same(after, fresh) : new Visit.Changed(after, answer, fresh);
    }

    /** Other content under the same entity tag, or without a tag under the same time of change. */
    private static boolean isRepeated(SourceDocument before, @Nullable String etag, @Nullable String lastModified) {
        if (before.getContentHash().isEmpty()) {
            return false;
        }
        return etag != null
                ? etag.equals(before.getEtag())
                : lastModified != null && lastModified.equals(before.getLastModified());
    }

    /** An answer from the address that it had moved to already says nothing about the old one. */
    private static @Nullable String movedTo(SourceDocument before, Fetched fetched) {
        String moved = fetched.movedTo().map(Object::toString).orElse(null);
        boolean isFromThere =
                before.getMovedTo() != null && fetched.asked().toString().equals(before.getMovedTo());
        return moved == null && isFromThere ? before.getMovedTo() : moved;
    }
}
