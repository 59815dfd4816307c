package dev.newswire.ingest.http;

import dev.newswire.ingest.intake.ArticleLog;
import dev.newswire.ingest.intake.Delivery;
import dev.newswire.ingest.intake.Intake;
import dev.newswire.ingest.intake.IntakeMetrics;
import dev.newswire.ingest.intake.Quarantine;
import dev.newswire.ingest.intake.ResultSelection;
import dev.newswire.ingest.intake.Sender;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * Where the articles of requests go.
 *
 * @param intake makes events of them
 * @param log takes the events
 * @param quarantine takes what is no article
 * @param metrics count all of it
 * @param clock tells the time of receipt
 */
public record ArticleSink(
        Intake intake, ArticleLog log, Quarantine quarantine, IntakeMetrics metrics, InstantSource clock) {

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    Delivery delivery(Sender sender, ResultSelection results) {
        return new Delivery(log, quarantine, metrics, sender, results);
    }
}
