package dev.newswire.ingest.poll;

import dev.newswire.ingest.intake.ArticleLog;
import dev.newswire.ingest.intake.Delivery;
import dev.newswire.ingest.intake.IntakeMetrics;
import dev.newswire.ingest.intake.Outcome;
import dev.newswire.ingest.intake.Quarantine;
import dev.newswire.ingest.intake.Sender;
import dev.newswire.ingest.intake.UnavailableException;
import java.time.Instant;
import java.util.List;

/** To the log and to quarantine, as whatever is sent over HTTP. */
final class DeliveryOutlet implements Outlet {

    private final ArticleLog log;
    private final Quarantine quarantine;
    private final IntakeMetrics metrics;

    DeliveryOutlet(ArticleLog log, Quarantine quarantine, IntakeMetrics metrics) {
        this.log = log;
        this.quarantine = quarantine;
        this.metrics = metrics;
    }

    @Override
    public void deliver(List<Outcome> outcomes, Instant receivedAt) {
        Delivery delivery = new Delivery(log, quarantine, metrics, new Sender(null, null, receivedAt));
        try {
            outcomes.forEach(delivery::add);
            delivery.finish();
        } catch (UnavailableException e) {
            delivery.abandon();
            throw e;
        }
    }
}
