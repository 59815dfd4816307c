package dev.newswire.ingest.http;

import dev.newswire.ingest.intake.ArticleLog;
import dev.newswire.ingest.intake.Delivery;
import dev.newswire.ingest.intake.Intake;
import dev.newswire.ingest.intake.IntakeMetrics;
import dev.newswire.ingest.intake.Quarantine;
import dev.newswire.ingest.intake.Report;
import dev.newswire.ingest.intake.Sender;
import dev.newswire.ingest.intake.UnavailableException;
import dev.newswire.ingest.source.DocumentType;
import dev.newswire.ingest.source.Origin;
import dev.newswire.ingest.source.Readers;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /v1/articles} and {@code DELETE /v1/articles/{id}}. 202 is said only after the broker has acknowledged every
 * accepted item; what was rejected is in quarantine by then.
 */
public final class ArticlesHandler extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(ArticlesHandler.class);
    private static final String PATH = "/v1/articles";
    private static final int RETRY_AFTER_SECONDS = 5;

    private final Readers readers = new Readers();
    private final Intake intake;
    private final ArticleLog log;
    private final Quarantine quarantine;
    private final IntakeMetrics metrics;
    private final BodyLimits limits;
    private final BodyMemory memory;
    private final InstantSource clock;

    /** Writes to these; the clock tells the time of receipt. */
    public ArticlesHandler(
            Intake intake,
            ArticleLog log,
            Quarantine quarantine,
            IntakeMetrics metrics,
            BodyLimits limits,
            InstantSource clock) {
        this.intake = intake;
        this.log = log;
        this.quarantine = quarantine;
        this.metrics = metrics;
        this.limits = limits;
        this.memory = new BodyMemory(limits.memoryBytes());
        this.clock = clock;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        if (!path.equals(PATH) && !path.startsWith(PATH + "/")) {
            return false;
        }
        try {
            Report report = path.equals(PATH) ? post(request) : delete(request, path.substring(PATH.length() + 1));
            Answers.send(report, response, callback);
        } catch (ProblemException problem) {
            response.getHeaders().put("Accept-Post", MediaTypes.accepted());
            Answers.send(problem.problem(), response, callback);
        }
        return true;
    }

    private Report post(Request request) throws ProblemException {
        requireMethod(request, "POST");
        requireNoEncoding(request);
        String contentType = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        DocumentType declared = MediaTypes.typeOf(contentType);
        Instant receivedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Origin origin = new RequestOrigin(request).read(receivedAt);
        Delivery delivery = delivery(request, contentType, receivedAt);
        int taken = memory.take(limits.heldOf(request.getLength()));
        try (InputStream body = Content.Source.asInputStream(request)) {
            Upload upload = new Upload(readers, intake, limits, clock, origin, delivery);
            return good(upload.read(body, declared));
        } catch (UnavailableException away) {
            throw unavailable(away, delivery.abandon());
        } catch (IOException broken) {
            throw brokenOff(broken, settle(delivery));
        } finally {
            memory.giveBack(taken);
        }
    }

    /** What was sent before the body broke off stays sent. */
    private static Report settle(Delivery delivery) {
        try {
            return delivery.finish();
        } catch (UnavailableException away) {
            return delivery.abandon();
        }
    }

    private static ProblemException brokenOff(IOException broken, Report report) {
        LOG.info("A body broke off: {}", broken.getMessage());
        boolean isLate = broken.getCause() instanceof TimeoutException;
        Status status = isLate ? Status.TIMEOUT : Status.BAD_REQUEST;
        String detail = isLate ? "the body did not arrive in time" : "the body broke off";
        return new ProblemException(new Problem(status, detail + "; send all of it again", report, 0));
    }

    private Report delete(Request request, String id) throws ProblemException {
        requireMethod(request, "DELETE");
        Instant receivedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Delivery delivery = delivery(request, null, receivedAt);
        try {
            delivery.add(Withdrawal.of(id, new RequestOrigin(request), receivedAt));
            return good(delivery.finish());
        } catch (UnavailableException away) {
            throw unavailable(away, delivery.abandon());
        }
    }

    private Delivery delivery(Request request, @Nullable String contentType, Instant receivedAt) {
        String traceParent = request.getHeaders().get("traceparent");
        return new Delivery(log, quarantine, metrics, new Sender(contentType, traceParent, receivedAt));
    }

    private static Report good(Report report) throws ProblemException {
        if (report.accepted() > 0) {
            return report;
        }
        String detail = report.rejected() == 1 ? "the item was rejected" : "every item was rejected";
        throw new ProblemException(new Problem(Status.REJECTED, detail + "; see results", report, 0));
    }

    private static ProblemException unavailable(UnavailableException away, Report report) {
        LOG.warn("Answered 503: {}", away.getMessage());
        String detail = "the broker cannot be reached; send all of it again: what it has already is not taken twice";
        return new ProblemException(new Problem(Status.UNAVAILABLE, detail, report, RETRY_AFTER_SECONDS));
    }

    private static void requireMethod(Request request, String method) throws ProblemException {
        if (!request.getMethod().equals(method)) {
            throw new ProblemException(Problem.of(
                    Status.METHOD_NOT_ALLOWED, "only " + method + " is understood here, not " + request.getMethod()));
        }
    }

    private static void requireNoEncoding(Request request) throws ProblemException {
        String encoding = request.getHeaders().get(HttpHeader.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new ProblemException(Problem.of(
                    Status.UNSUPPORTED_MEDIA_TYPE,
                    "Content-Encoding \"" + encoding + "\" is not taken; send plain bytes"));
        }
    }
}
