package dev.newswire.ingest.backfill;

import dev.newswire.ingest.intake.ArticleLog;
import dev.newswire.ingest.intake.Delivery;
import dev.newswire.ingest.intake.Intake;
import dev.newswire.ingest.intake.IntakeMetrics;
import dev.newswire.ingest.intake.Outcome;
import dev.newswire.ingest.intake.Quarantine;
import dev.newswire.ingest.intake.Report;
import dev.newswire.ingest.intake.Sender;
import dev.newswire.ingest.source.Reading;
import dev.newswire.ingest.source.Rule;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Items under way together: what has been read is done with only when all of them are acknowledged. */
final class Batch {

    private static final int MOST_ITEMS = 200;

    private final ArticleLog log;
    private final Quarantine quarantine;
    private final IntakeMetrics metrics;
    private final Intake intake;
    private final InstantSource clock;
    private final Tally tally;
    private Delivery delivery;
    private int items;
    private long letters;

    Batch(
            ArticleLog log,
            Quarantine quarantine,
            IntakeMetrics metrics,
            Intake intake,
            InstantSource clock,
            Tally tally) {
        this.log = log;
        this.quarantine = quarantine;
        this.metrics = metrics;
        this.intake = intake;
        this.clock = clock;
        this.tally = tally;
        this.delivery = begin();
    }

    /**
     * Sends the readings of a document on their way.
     *
     * @return how many there are
     * @throws dev.newswire.ingest.intake.UnavailableException if the broker does not take them
     */
    int add(List<Reading> readings) {
        Instant receivedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        for (Outcome outcome : intake.prepare(History.dated(readings), null, receivedAt)) {
            delivery.add(outcome);
            items++;
            if (outcome instanceof Outcome.Rejected rejected) {
                tally.countRejected(rejected.refusal().rule().id(), 1);
                letters++;
            }
        }
        return readings.size();
    }

    boolean isFull() {
        return items >= MOST_ITEMS;
    }

    /** Waits until everything is acknowledged. */
    void settle() {
        Report report = delivery.finish();
        tally.countAccepted(report.accepted());
        if (report.rejected() > letters) {
            // The log itself found these too large.
            tally.countRejected(Rule.LIMIT.id(), report.rejected() - letters);
        }
        delivery = begin();
    }

    private Delivery begin() {
        items = 0;
        letters = 0;
        Instant receivedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Delivery(log, quarantine, metrics, new Sender(null, null, receivedAt));
    }
}
