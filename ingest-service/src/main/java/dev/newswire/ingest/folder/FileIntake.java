package dev.newswire.ingest.folder;

import dev.newswire.ingest.encoding.CodingException;
import dev.newswire.ingest.encoding.ExpansionException;
import dev.newswire.ingest.encoding.PackedInput;
import dev.newswire.ingest.intake.ArticleLog;
import dev.newswire.ingest.intake.Delivery;
import dev.newswire.ingest.intake.Intake;
import dev.newswire.ingest.intake.IntakeMetrics;
import dev.newswire.ingest.intake.Outcome;
import dev.newswire.ingest.intake.Quarantine;
import dev.newswire.ingest.intake.Sender;
import dev.newswire.ingest.intake.UnavailableException;
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
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one file by its content, unpacked where it is packed, and delivers what it holds, in memory for one document or one line. */
public final class FileIntake {

    private final Readers readers = new Readers();
    private final Intake intake;
    private final ArticleLog log;
    private final Quarantine quarantine;
    private final IntakeMetrics metrics;
    private final FileLimits limits;
    private final InstantSource clock;

    /**
     * @param limits of one file
     * @param clock tells the time of receipt
     */
    public FileIntake(
            Intake intake,
            ArticleLog log,
            Quarantine quarantine,
            IntakeMetrics metrics,
            FileLimits limits,
            InstantSource clock) {
        this.intake = intake;
        this.log = log;
        this.quarantine = quarantine;
        this.metrics = metrics;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Delivers everything in the content, which is closed; returns when all of it is safe.
     *
     * @param size of the file in bytes
     * @throws UnavailableException if the broker is away: the file is to be read again
     */
    FileResult read(InputStream content, long size, @Nullable String source, Instant fetchedAt) {
        Delivery delivery = new Delivery(log, quarantine, metrics, new Sender(null, null, clock.instant()));
        Origin origin = new Origin(source, null, fetchedAt, null);
        try {
            String error = error(content, size, origin, delivery);
            return new FileResult(delivery.finish(), error);
        } catch (RuntimeException failure) {
            delivery.abandon();
            throw failure;
        }
    }

    /** Why not all of it could be read, or null; what was read stays delivered. */
    private @Nullable String error(InputStream content, long size, Origin origin, Delivery delivery) {
        try (InputStream unpacked = PackedInput.open(content, limits.expansionRatio())) {
            readAll(new BufferedInputStream(unpacked, Sniffer.WINDOW_BYTES), size, origin, delivery);
            return null;
        } catch (CodingException damaged) {
            deliver(unreadable(Rule.ENCODING, damaged, size), origin, delivery);
            return "cannot be read: " + damaged.getMessage();
        } catch (ExpansionException bomb) {
            deliver(unreadable(Rule.LIMIT, bomb, size), origin, delivery);
            return "cannot be read: " + bomb.getMessage();
        } catch (IOException broken) {
            return "cannot be read: " + broken.getMessage();
        }
    }

    /** The rest of a packed file; its bytes stay in the folder, and mean nothing elsewhere. */
    private static Reading unreadable(Rule rule, IOException why, long size) {
        return new Reading.Refused(
                Refusal.of(rule, String.valueOf(why.getMessage())), Place.WHOLE, Excerpt.beginning(new byte[0], size));
    }

    private void readAll(InputStream content, long size, Origin origin, Delivery delivery) throws IOException {
        content.mark(Sniffer.WINDOW_BYTES);
        byte[] head = content.readNBytes(Sniffer.WINDOW_BYTES);
        content.reset();
        DocumentType type = Sniffer.typeOf(head);
        if (type == DocumentType.NDJSON) {
            readLines(content, origin, delivery);
            return;
        }
        if (type == DocumentType.ARCHIVE) {
            readers.read(type, new Document(head, origin)).forEach(refused -> deliver(refused, origin, delivery));
            return;
        }
        byte[] document = content.readNBytes(limits.documentBytes());
        if (content.read() >= 0) {
            deliver(tooLarge(document, size), origin, delivery);
            return;
        }
        for (Outcome outcome :
                intake.prepare(readers.read(type, new Document(document, origin)), origin.source(), clock.instant())) {
            delivery.add(outcome);
        }
    }

    private void readLines(InputStream content, Origin origin, Delivery delivery) throws IOException {
        LineInput lines = new LineInput(content, limits.lineBytes());
        int item = 0;
        for (LineInput.Line line = lines.next(); line != null; line = lines.next()) {
            item++;
            deliver(
                    line.isTooLong()
                            ? tooLong(line, item)
                            : readers.readLine(new Document(line.bytes(), origin), item, line.number()),
                    origin,
                    delivery);
        }
    }

    private void deliver(Reading reading, Origin origin, Delivery delivery) {
        intake.prepare(List.of(reading), origin.source(), clock.instant()).forEach(delivery::add);
    }

    private Reading tooLong(LineInput.Line line, int item) {
        Refusal refusal = Refusal.of(
                Rule.LIMIT, "the line has " + line.length() + " bytes, at most " + limits.lineBytes() + " are taken");
        Excerpt beginning = Excerpt.beginning(line.bytes(), line.length());
        return new Reading.Refused(refusal, new Place(item, "", line.number()), beginning);
    }

    private Reading tooLarge(byte[] document, long size) {
        Refusal refusal = Refusal.of(
                Rule.LIMIT,
                "the file is larger than the " + limits.documentBytes()
                        + " bytes that are taken as one document; write many articles one a line");
        return new Reading.Refused(refusal, Place.WHOLE, Excerpt.beginning(document, Math.max(size, document.length)));
    }
}
