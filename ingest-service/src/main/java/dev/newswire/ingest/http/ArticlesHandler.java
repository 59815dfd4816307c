package dev.newswire.ingest.http;

import dev.newswire.ingest.access.Access;
import dev.newswire.ingest.access.Grant;
import dev.newswire.ingest.access.RateLimit;
import dev.newswire.ingest.fate.FateBook;
import dev.newswire.ingest.identity.ArticleId;
import dev.newswire.ingest.intake.Report;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * {@code POST /v1/articles}, {@code GET} and {@code DELETE /v1/articles/{id}}. 202 is said only after the broker has
 * acknowledged every accepted item; what was rejected is in quarantine by then.
 */
public final class ArticlesHandler extends Handler.Abstract {

    private static final String PATH = "/v1/articles";

    private final Access access;
    private final RateLimit rate;
    private final Posting posting;
    private final FateLookup fates;
    private final Withdrawal withdrawal;
    private final ProblemMetrics problems;

    /** Lets in whom {@code access} knows, writes to the sink, reads the book, and counts what it refuses. */
    public ArticlesHandler(
            Access access, RateLimit rate, ArticleSink sink, BodyLimits limits, FateBook book, MeterRegistry metrics) {
        this.access = access;
        this.rate = rate;
        this.posting = new Posting(sink, limits);
        this.fates = new FateLookup(book);
        this.withdrawal = new Withdrawal(sink, fates);
        this.problems = new ProblemMetrics(metrics);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        if (!path.equals(PATH) && !path.startsWith(PATH + "/")) {
            return false;
        }
        try {
            Grant grant = Credentials.of(request, access);
            if (path.equals(PATH)) {
                Answers.send(post(request, grant), response, callback);
                return true;
            }
            answer(articleId(path), grant, request, response, callback);
        } catch (ProblemException problem) {
            problems.answered(problem.problem());
            Answers.send(problem.problem(), response, callback);
        }
        return true;
    }

    private Report post(Request request, Grant grant) throws ProblemException {
        if (!request.getMethod().equals("POST")) {
            throw otherMethod(request, "POST");
        }
        return good(posting.take(request, new Gate(grant, rate)));
    }

    private void answer(String articleId, Grant grant, Request request, Response response, Callback callback)
            throws ProblemException {
        switch (request.getMethod()) {
            case "GET", "HEAD" -> Answers.send(articleId, fates.get(articleId, grant), response, callback);
            case "DELETE" ->
                Answers.send(withdrawal.take(articleId, request, grant, new Gate(grant, rate)), response, callback);
            default -> throw otherMethod(request, "GET, HEAD, DELETE");
        }
    }

    private static String articleId(String path) throws ProblemException {
        String articleId = path.substring(PATH.length() + 1).toUpperCase(Locale.ROOT);
        if (!ArticleId.isOne(articleId)) {
            throw Problem.of(Status.BAD_REQUEST, "the path names no article id of 26 characters")
                    .exception();
        }
        return articleId;
    }

    private static Report good(Report report) throws ProblemException {
        if (report.accepted() > 0) {
            return report;
        }
        String detail = report.rejected() == 1 ? "the item was rejected" : "every item was rejected";
        throw Problem.of(Status.REJECTED, detail + "; see results").with(report).exception();
    }

    private static ProblemException otherMethod(Request request, String allowed) {
        return Problem.of(
                        Status.METHOD_NOT_ALLOWED,
                        "only " + allowed + " is understood here, not " + request.getMethod())
                .with("Allow", allowed)
                .exception();
    }
}
