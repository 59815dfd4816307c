package dev.newswire.cli.local;

import dev.newswire.cli.audit.Auditor;
import dev.newswire.cli.client.IngestClient;
import dev.newswire.cli.client.SendResult;
import dev.newswire.cli.report.Outcome;
import dev.newswire.cli.report.OutcomeReader;
import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.fate.Ledger;
import dev.newswire.platform.serde.AvroTopicSerdes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;

/** Sends files into a local pipeline and waits until everything has met its fate. */
public final class LocalRun {
    private static final long POLL_MS = 100;
    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(2);
    private static final Duration STALLED = Duration.ofSeconds(60);
    private final LocalPipeline pipeline;
    private final Consumer<String> progress;

    /** @param progress told each step in a few words */
    public LocalRun(LocalPipeline pipeline, Consumer<String> progress) {
        this.pipeline = pipeline;
        this.progress = progress;
    }

    /**
     * Sends the files and waits; it ends also when nothing has moved for a minute.
     *
     * @param source of articles that name none themselves
     * @param fetchedAt what relative times count from; each file's own time where empty
     */
    public Result send(List<Path> files, Optional<String> source, Optional<Instant> fetchedAt)
            throws InterruptedException {
        Map<String, Object> kafka = pipeline.settings().kafka();
        try (OutcomeReader outcome = new OutcomeReader(kafka);
                Auditor auditor = new Auditor(kafka, AvroTopicSerdes.from(kafka));
                Admin admin = Admin.create(kafka)) {
            SendResult sent = sendAll(files, source, fetchedAt);
            Ledger.Balance balance = awaitFates(auditor, new Quiescence(admin));
            return new Result(sent, balance, outcome.read());
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker does not answer", e);
        }
    }

    private SendResult sendAll(List<Path> files, Optional<String> source, Optional<Instant> fetchedAt) {
        IngestClient client = IngestClient.from(pipeline.settings());
        SendResult total = new SendResult(0, 0, List.of());
        for (Path file : files) {
            SendResult result = sendOne(client, file, source, fetchedAt);
            progress.accept(
                    file.getFileName() + ": " + result.accepted() + " accepted, " + result.rejected() + " rejected");
            result.errors().forEach(error -> progress.accept("  " + error));
            total = total.plus(result);
        }
        return total;
    }

    private static SendResult sendOne(
            IngestClient client, Path file, Optional<String> source, Optional<Instant> fetchedAt) {
        try {
            return client.send(file, source, fetchedAt);
        } catch (SettingException e) {
            // One file that is not there must not keep the others from being sent.
            return new SendResult(0, 1, List.of(e.getMessage() == null ? "" : e.getMessage()));
        }
    }

    private Ledger.Balance awaitFates(Auditor auditor, Quiescence quiescence)
            throws ExecutionException, InterruptedException {
        long toldAt = System.nanoTime();
        while (true) {
            Ledger.Balance balance = auditor.balance();
            boolean done = quiescence.reached() && balance.reconciles();
            if (done || quiescence.stalledFor() > STALLED.toNanos()) {
                return balance;
            }
            if (System.nanoTime() - toldAt > PROGRESS_EVERY.toNanos()) {
                progress.accept(tell(balance));
                toldAt = System.nanoTime();
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MS);
        }
    }

    private static String tell(Ledger.Balance balance) {
        long met = balance.total() - balance.missing().size();
        return balance.reconciles()
                ? "all " + met + " events have met their fate; links and feeds are being finished"
                : met + " of " + balance.total() + " events have met their fate";
    }

    /**
     * What came of it.
     *
     * @param sent what ingest said
     * @param balance events against fates, of everything that the topics hold
     * @param outcome what was made of the articles that were sent
     */
    public record Result(SendResult sent, Ledger.Balance balance, Outcome outcome) {}
}
