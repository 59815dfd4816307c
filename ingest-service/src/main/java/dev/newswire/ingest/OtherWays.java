package dev.newswire.ingest;

import dev.newswire.ingest.intake.Intake;
import dev.newswire.ingest.intake.IntakeMetrics;
import dev.newswire.ingest.kafka.BrokerWatch;
import dev.newswire.ingest.kafka.inbox.Inbox;
import dev.newswire.platform.runtime.Health;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The ways that articles come by besides HTTP, as far as they are switched on. */
final class OtherWays implements AutoCloseable {

    private final @Nullable Inbox inbox;
    private final CompletableFuture<Void> failure;

    private OtherWays(@Nullable Inbox inbox, CompletableFuture<Void> failure) {
        this.inbox = inbox;
        this.failure = failure;
    }

    /** Starts each in the background; none does anything before the broker and the registry have answered. */
    static OtherWays start(
            Map<String, Object> kafka, IngestSettings settings, MeterRegistry metrics, BrokerWatch watch) {
        CompletableFuture<Void> failure = new CompletableFuture<>();
        Inbox inbox = !settings.inbox().isOn()
                ? null
                : Inbox.start(
                        kafka,
                        settings.instance(),
                        settings.inbox(),
                        new Intake(settings.limits()),
                        new IntakeMetrics(metrics, "inbox"),
                        () -> watch.health().ready(),
                        failure::completeExceptionally);
        return new OtherWays(inbox, failure);
    }

    /** The broker's health with what these ways do. They never keep HTTP from being ready. */
    Health health(Health broker) {
        if (!broker.ready() || inbox == null) {
            return broker;
        }
        return Health.up(broker.detail() + "; " + inbox.detail());
    }

    /** Completes, exceptionally, when one of them cannot go on before a restart. */
    CompletionStage<Void> failure() {
        return failure;
    }

    @Override
    public void close() {
        if (inbox != null) {
            inbox.close();
        }
    }
}
