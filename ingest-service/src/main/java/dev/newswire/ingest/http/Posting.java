package dev.newswire.ingest.http;

import dev.newswire.ingest.encoding.CodingException;
import dev.newswire.ingest.encoding.ContentCoding;
import dev.newswire.ingest.encoding.ExpansionException;
import dev.newswire.ingest.intake.Delivery;
import dev.newswire.ingest.intake.Report;
import dev.newswire.ingest.intake.ResultSelection;
import dev.newswire.ingest.intake.Sender;
import dev.newswire.ingest.intake.UnavailableException;
import dev.newswire.ingest.source.DocumentType;
import dev.newswire.ingest.source.Origin;
import dev.newswire.ingest.source.Readers;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the body of a {@code POST}. */
final class Posting {

    private static final Logger LOG = LoggerFactory.getLogger(Posting.class);

    private final ArticleSink sink;
    private final Readers readers;
    private final BodyLimits limits;
    private final BodyMemory memory;

    Posting(ArticleSink sink, BodyLimits limits) {
        this.sink = sink;
        this.readers = new Readers(limits.json());
        this.limits = limits;
        this.memory = new BodyMemory(limits.memoryBytes(), limits.memoryTimeout());
    }

    /**
     * Reads all of it.
     *
     * @return what became of its items, each of which is safe
     * @throws UnavailableException if the log or the quarantine is away
     */
    Report take(Request request, Gate gate) throws ProblemException {
        ContentCoding coding = coding(request);
        String contentType = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        DocumentType declared = MediaTypes.typeOf(contentType);
        RequestOrigin stated = new RequestOrigin(request);
        Instant receivedAt = sink.now();
        Origin origin = stated.read(receivedAt);
        gate.open(origin.source());
        ResultSelection results = results(stated.parameter("results"));
        String traceParent = request.getHeaders().get("traceparent");
        Sender sender = new Sender(contentType, traceParent, receivedAt, stated.redriveAttempts());
        Delivery delivery = sink.delivery(sender, results);
        long length = coding == ContentCoding.IDENTITY ? request.getLength() : -1;
        int taken = memory.take(limits.heldOf(length) + coding.memoryBytes() + results.memoryBytes());
        try (InputStream body = coding.decode(Content.Source.asInputStream(request), limits.expansionRatio())) {
            Upload upload = new Upload(readers, sink, limits, origin, gate, delivery);
            return upload.read(body, declared);
        } catch (UnavailableException away) {
            throw Unavailable.problem(away, delivery.abandon());
        } catch (IOException broken) {
            throw brokenOff(broken).with(settle(delivery)).exception();
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

    private static Problem brokenOff(IOException broken) {
        LOG.info("A body broke off: {}", broken.getMessage());
        if (broken instanceof ExpansionException) {
            return Problem.of(Status.TOO_LARGE, broken.getMessage() + "; send it in another coding, or plain");
        }
        if (broken instanceof CodingException) {
            return Problem.of(Status.BAD_REQUEST, broken.getMessage() + "; send all of it again");
        }
        if (broken.getCause() instanceof TimeoutException) {
            return Problem.of(Status.TIMEOUT, "the body did not arrive in time; send all of it again");
        }
        return Problem.of(Status.BAD_REQUEST, "the body broke off; send all of it again");
    }

    private static ContentCoding coding(Request request) throws ProblemException {
        String name = request.getHeaders().get(HttpHeader.CONTENT_ENCODING);
        ContentCoding coding = ContentCoding.of(name);
        if (coding == null
                || request.getHeaders()
                                .getValuesList(HttpHeader.CONTENT_ENCODING)
                                .size()
                        > 1) {
            throw Problem.of(
                            Status.UNSUPPORTED_MEDIA_TYPE,
                            "Content-Encoding \"" + name + "\" is not taken; send plain bytes, gzip or zstd")
                    .with("Accept-Encoding", ContentCoding.ACCEPTED)
                    .exception();
        }
        return coding;
    }

    private static ResultSelection results(@Nullable String stated) throws ProblemException {
        try {
            return stated == null ? ResultSelection.FIRST : ResultSelection.valueOf(stated.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Problem.of(Status.BAD_REQUEST, "results \"" + stated + "\" is not one of first, all, rejected, none")
                    .exception();
        }
    }
}
