package dev.newswire.ingest.http;

import dev.newswire.ingest.access.Grant;
import dev.newswire.ingest.intake.Delivery;
import dev.newswire.ingest.intake.Outcome;
import dev.newswire.ingest.intake.Report;
import dev.newswire.ingest.intake.ResultSelection;
import dev.newswire.ingest.intake.Sender;
import dev.newswire.ingest.intake.UnavailableException;
import dev.newswire.ingest.source.Excerpt;
import dev.newswire.ingest.source.Place;
import dev.newswire.schema.EventKind;
import dev.newswire.schema.RawArticle;
import dev.newswire.schema.RetractReason;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** The retraction of an article by its id, as {@code DELETE} asks for it. */
final class Withdrawal {

    /** Who withdraws where the request names no source. */
    private static final String OPERATOR = "operator";

    private final ArticleSink sink;
    private final FateLookup fates;

    Withdrawal(ArticleSink sink, FateLookup fates) {
        this.sink = sink;
        this.fates = fates;
    }

    /** Appends the event, with the time of receipt as its revision. */
    Report take(String articleId, Request request, Grant grant, Gate gate) throws ProblemException {
        RequestOrigin stated = new RequestOrigin(request);
        RetractReason reason = reason(stated.parameter("reason"));
        gate.open(stated.source());
        String source = source(articleId, stated.source(), grant);
        Instant receivedAt = sink.now();
        Sender sender = new Sender(null, request.getHeaders().get("traceparent"), receivedAt);
        Delivery delivery = sink.delivery(sender, ResultSelection.FIRST);
        RawArticle event = RawArticle.newBuilder()
                .setArticleId(articleId)
                .setKind(EventKind.RETRACT)
                .setRetractReason(reason)
                .setSource(source)
                .setRevision(receivedAt.toEpochMilli())
                .setReceivedAt(receivedAt)
                .build();
        try {
            delivery.add(new Outcome.Ready(Place.WHOLE, Excerpt.of(""), event));
            return delivery.finish();
        } catch (UnavailableException away) {
            throw Unavailable.problem(away, delivery.abandon());
        }
    }

    /** An id does not tell whose article it is; a token that counts for some sources only needs a fate that does. */
    private String source(String articleId, @Nullable String stated, Grant grant) throws ProblemException {
        if (grant.coversAll()) {
            return stated == null ? OPERATOR : stated;
        }
        String known = fates.find(articleId, grant).stream()
                .map(fate -> String.valueOf(fate.getSource()))
                .findFirst()
                .orElse(null);
        if (known == null) {
            throw Problem.of(
                            Status.FORBIDDEN,
                            "this token may withdraw articles of its own sources only, and no fate says that this is one;"
                                    + " send a retraction that names source and id instead")
                    .exception();
        }
        return stated == null ? known : stated;
    }

    private static RetractReason reason(@Nullable String stated) throws ProblemException {
        if (stated == null) {
            return RetractReason.PUBLISHER;
        }
        try {
            return RetractReason.valueOf(stated.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Problem.of(Status.BAD_REQUEST, "reason \"" + stated + "\" is not one of publisher, legal, error")
                    .exception();
        }
    }
}
