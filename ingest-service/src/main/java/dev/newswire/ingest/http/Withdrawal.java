package dev.newswire.ingest.http;

import dev.newswire.ingest.identity.ArticleId;
import dev.newswire.ingest.intake.Outcome;
import dev.newswire.ingest.source.Excerpt;
import dev.newswire.ingest.source.Place;
import dev.newswire.schema.EventKind;
import dev.newswire.schema.RawArticle;
import dev.newswire.schema.RetractReason;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The retraction of an article by its id, as {@code DELETE} asks for it. */
final class Withdrawal {

    /** Who withdraws where the request names no source. */
    private static final String OPERATOR = "operator";

    private Withdrawal() {}

    /** The event, with the time of receipt as its revision. */
    static Outcome of(String id, RequestOrigin request, Instant receivedAt) throws ProblemException {
        String articleId = id.toUpperCase(Locale.ROOT);
        if (!ArticleId.isOne(articleId)) {
            throw new ProblemException(Problem.of(Status.BAD_REQUEST, "the path names no article id of 26 characters"));
        }
        String source = request.source();
        RawArticle event = RawArticle.newBuilder()
                .setArticleId(articleId)
                .setKind(EventKind.RETRACT)
                .setRetractReason(reason(request.parameter("reason")))
                .setSource(source == null ? OPERATOR : source)
                .setRevision(receivedAt.toEpochMilli())
                .setReceivedAt(receivedAt)
                .build();
        return new Outcome.Ready(Place.WHOLE, Excerpt.of(""), event);
    }

    private static RetractReason reason(@Nullable String stated) throws ProblemException {
        if (stated == null) {
            return RetractReason.PUBLISHER;
        }
        try {
            return RetractReason.valueOf(stated.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new ProblemException(
                    Problem.of(Status.BAD_REQUEST, "reason \"" + stated + "\" is not one of publisher, legal, error"));
        }
    }
}
