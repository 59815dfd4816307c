package dev.newswire.ingest;

import dev.newswire.ingest.folder.FileIntake;
import dev.newswire.ingest.folder.FileLimits;
import dev.newswire.ingest.folder.WatchedFolder;
import dev.newswire.ingest.intake.ArticleLog;
import dev.newswire.ingest.intake.Intake;
import dev.newswire.ingest.intake.IntakeMetrics;
import dev.newswire.ingest.intake.Quarantine;
import dev.newswire.ingest.kafka.BrokerWatch;
import dev.newswire.ingest.kafka.inbox.Inbox;
import dev.newswire.platform.lag.LagMeters;
import dev.newswire.platform.runtime.Health;
import dev.newswire.platform.topic.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The ways that articles come by besides HTTP, as far as they are switched on. */
final class OtherWays implements AutoCloseable {

    private final Optional<Inbox> inbox;
    private final Optional<LagMeters> lag;
    private final Optional<WatchedFolder> folder;
    private final CompletableFuture<Void> failure;

    private OtherWays(
            Optional<Inbox> inbox,
            Optional<LagMeters> lag,
            Optional<WatchedFolder> folder,
            CompletableFuture<Void> failure) {
        this.inbox = inbox;
        this.lag = lag;
        this.folder = folder;
        this.failure = failure;
    }

    /** Starts each in the background; none does anything before the broker and the registry have answered. */
    static OtherWays start(
            Map<String, Object> kafka,
            IngestSettings settings,
            MeterRegistry metrics,
            BrokerWatch watch,
            ArticleLog log,
            Quarantine quarantine) {
        CompletableFuture<Void> failure = new CompletableFuture<>();
        Optional<WatchedFolder> folder = folder(settings, metrics, watch, log, quarantine);
        Optional<Inbox> inbox = inbox(kafka, settings, metrics, watch, failure);
        Optional<LagMeters> lag =
                inbox.map(way -> LagMeters.start(kafka, Inbox.GROUP, List.of(Topics.INBOX.name()), metrics));
        return new OtherWays(inbox, lag, folder, failure);
    }

    /** The broker's health with what these ways do. They never keep HTTP from being ready. */
    Health health(Health broker) {
        if (!broker.ready()) {
            return broker;
        }
        String detail = broker.detail()
                + inbox.map(way -> "; " + way.detail()).orElse("")
                + folder.map(way -> "; " + way.detail()).orElse("");
        return Health.up(detail);
    }

    /** Completes, exceptionally, when one of them cannot go on before a restart. */
    CompletionStage<Void> failure() {
        return failure;
    }

    @Override
    public void close() {
        lag.ifPresent(LagMeters::close);
        inbox.ifPresent(Inbox::close);
        folder.ifPresent(WatchedFolder::close);
    }

    private static Optional<Inbox> inbox(
            Map<String, Object> kafka,
            IngestSettings settings,
            MeterRegistry metrics,
            BrokerWatch watch,
            CompletableFuture<Void> failure) {
        if (!settings.inbox().isOn()) {
            return Optional.empty();
        }
        return Optional.of(Inbox.start(
                kafka,
                settings.instance(),
                settings.inbox(),
                new Intake(settings.limits()),
                new IntakeMetrics(metrics, "inbox"),
                () -> watch.health().ready(),
                failure::completeExceptionally));
    }

    private static Optional<WatchedFolder> folder(
            IngestSettings settings, MeterRegistry metrics, BrokerWatch watch, ArticleLog log, Quarantine quarantine) {
        FileIntake files = new FileIntake(
                new Intake(settings.limits()),
                log,
                quarantine,
                new IntakeMetrics(metrics, "folder"),
                new FileLimits(
                        settings.bodies().documentBytes(),
                        settings.bodies().lineBytes(),
                        settings.bodies().expansionRatio()),
                InstantSource.system());
        return settings.folder()
                .path()
                .map(path -> WatchedFolder.start(
                        path, settings.folder(), files, () -> watch.health().ready(), InstantSource.system()));
    }
}
