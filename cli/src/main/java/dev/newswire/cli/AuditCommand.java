package dev.newswire.cli;

import dev.newswire.cli.audit.AuditReport;
import dev.newswire.cli.audit.Auditor;
import dev.newswire.platform.config.Settings;
import dev.newswire.platform.fate.Ledger;
import dev.newswire.platform.serde.AvroTopicSerdes;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "audit",
        description = "Read the topics and prove that every event has met its fate; exit code 1 if any has not.",
        mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {
    private static final long POLL_MS = 200;

    @Mixin
    private Connection connection = new Connection();

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description = "Wait so long for events under way to arrive (default: 0).")
    private int waitSeconds;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = connection.settings();
        try (Auditor auditor = new Auditor(settings.kafka(), AvroTopicSerdes.from(settings.kafka()))) {
            long giveUpAt = System.nanoTime() + TimeUnit.SECONDS.toNanos(waitSeconds);
            Ledger.Balance balance = auditor.balance();
            while (!balance.reconciles() && System.nanoTime() < giveUpAt) {
                TimeUnit.MILLISECONDS.sleep(POLL_MS);
                balance = auditor.balance();
            }
            AuditReport.print(balance, spec.commandLine().getOut());
            return balance.reconciles() ? 0 : 1;
        }
    }
}
