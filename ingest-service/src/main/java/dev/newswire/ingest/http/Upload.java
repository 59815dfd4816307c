package dev.newswire.ingest.http;

import dev.newswire.ingest.intake.Delivery;
import dev.newswire.ingest.intake.Outcome;
import dev.newswire.ingest.intake.Report;
import dev.newswire.ingest.source.Document;
import dev.newswire.ingest.source.DocumentType;
import dev.newswire.ingest.source.Excerpt;
import dev.newswire.ingest.source.LineInput;
import dev.newswire.ingest.source.Origin;
import dev.newswire.ingest.source.Place;
import dev.newswire.ingest.source.Readers;
import dev.newswire.ingest.source.Reading;
import dev.newswire.ingest.source.Refusal;
import dev.newswire.ingest.source.Rule;
import dev.newswire.ingest.source.Sniffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of one request on its way through readers and intake to delivery. */
final class Upload {

    /** A sender that sees no end of its body being read often misses the answer; but not for any length. */
    private static final long DRAINED_BYTES = 256L * 1024 * 1024;

    private final Readers readers;
    private final ArticleSink sink;
    private final BodyLimits limits;
    private final Origin origin;
    private final Gate gate;
    private final Delivery delivery;

    Upload(Readers readers, ArticleSink sink, BodyLimits limits, Origin origin, Gate gate, Delivery delivery) {
        this.readers = readers;
        this.sink = sink;
        this.limits = limits;
        this.origin = origin;
        this.gate = gate;
        this.delivery = delivery;
    }

    /**
     * Reads all of the body.
     *
     * @param declared form of the document, or null where its content decides
     * @throws ProblemException (413) if a document that is read as a whole is too large
     */
    Report read(InputStream body, @Nullable DocumentType declared) throws IOException, ProblemException {
        if (declared == DocumentType.NDJSON) {
            return readLines(body);
        }
        byte[] head = body.readNBytes(Sniffer.WINDOW_BYTES);
        DocumentType found = Sniffer.typeOf(head);
        boolean isHopeless =
                found == DocumentType.EMPTY || found == DocumentType.BINARY || found == DocumentType.ARCHIVE;
        boolean isFeedOfJson = declared == DocumentType.JSON && found == DocumentType.FEED;
        DocumentType type = declared == null || isHopeless || isFeedOfJson ? found : declared;
        if (type == DocumentType.NDJSON) {
            return readLines(new SequenceInputStream(new ByteArrayInputStream(head), body));
        }
        return readWhole(type, head, body);
    }

    /** Each line goes on its way as it comes: a stream may last for hours. */
    private Report readLines(InputStream body) throws IOException {
        LineInput lines = new LineInput(body, limits.lineBytes());
        int item = 0;
        for (LineInput.Line line = lines.next(); line != null; line = lines.next()) {
            item++;
            if (item == 1 && Sniffer.typeOf(line.bytes()) == DocumentType.BINARY) {
                return readHopeless(
                        Rule.BINARY,
                        "the stream is binary data, not text in UTF-8",
                        line.bytes(),
                        line.length() + drain(body));
            }
            deliver(List.of(line.isTooLong() ? tooLong(line, item) : reading(line, item)));
        }
        return item == 0 ? readHopeless(Rule.EMPTY, "the stream is empty", new byte[0], 0) : delivery.finish();
    }

    private Report readHopeless(Rule rule, String reason, byte[] head, long length) {
        Excerpt beginning = Excerpt.beginning(head, length);
        deliver(List.of(new Reading.Refused(Refusal.of(rule, reason), Place.WHOLE, beginning)));
        return delivery.finish();
    }

    private Reading reading(LineInput.Line line, int item) {
        return readers.readLine(new Document(line.bytes(), origin), item, line.number());
    }

    private Reading tooLong(LineInput.Line line, int item) {
        Refusal refusal = Refusal.of(
                Rule.LIMIT, "the line has " + line.length() + " bytes, at most " + limits.lineBytes() + " are taken");
        Excerpt beginning = Excerpt.beginning(line.bytes(), line.length());
        return new Reading.Refused(refusal, new Place(item, "", line.number()), beginning);
    }

    private Report readWhole(DocumentType type, byte[] head, InputStream body) throws IOException, ProblemException {
        byte[] rest = body.readNBytes(Math.max(0, limits.documentBytes() - head.length));
        long whole = (long) head.length + rest.length;
        boolean isMore = body.read() >= 0;
        if (isMore || whole > limits.documentBytes()) {
            throw tooLarge(head, isMore ? whole + 1 + drain(body) : whole);
        }
        deliver(readers.read(type, new Document(join(head, rest), origin)));
        return delivery.finish();
    }

    private ProblemException tooLarge(byte[] head, long length) {
        String detail = "the document has " + (length >= DRAINED_BYTES ? "at least " : "") + length + " bytes, at most "
                + limits.documentBytes() + " are taken at once; send many articles as application/x-ndjson";
        Reading refused =
                new Reading.Refused(Refusal.of(Rule.LIMIT, detail), Place.WHOLE, Excerpt.beginning(head, length));
        deliver(List.of(refused));
        return Problem.of(Status.TOO_LARGE, detail).with(delivery.finish()).exception();
    }

    private void deliver(List<Reading> readings) {
        for (Outcome outcome :
                sink.intake().prepare(readings, origin.source(), sink.clock().instant())) {
            delivery.add(gate.pass(outcome));
        }
    }

    private static long drain(InputStream body) throws IOException {
        byte[] buffer = new byte[Sniffer.WINDOW_BYTES];
        long drained = 0;
        for (int read = body.read(buffer); read >= 0 && drained < DRAINED_BYTES; read = body.read(buffer)) {
            drained += read;
        }
        return drained;
    }

    private static byte[] join(byte[] head, byte[] rest) {
        byte[] all = Arrays.copyOf(head, head.length + rest.length);
        System.arraycopy(rest, 0, all, head.length, rest.length);
        return all;
    }
}
