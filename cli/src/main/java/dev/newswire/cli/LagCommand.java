package dev.newswire.cli;

import dev.newswire.cli.operate.LagReport;
import dev.newswire.cli.operate.Service;
import dev.newswire.platform.lag.LagReader;
import dev.newswire.platform.lag.PartitionLag;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "lag",
        description = {
            "Show how far each service is behind in each topic that it reads: in records, and in time, which is how"
                    + " long the first unread record has been there.",
            "The services are asked nothing: the broker tells."
        },
        mixinStandardHelpOptions = true)
final class LagCommand implements Callable<Integer> {
    @Mixin
    private Connection connection = new Connection();

    @Option(names = "--service", paramLabel = "NAME", description = "One of ingest, enrich, publish (default: all).")
    private @Nullable String service;

    @Option(names = "--partitions", description = "A line for each partition.")
    private boolean byPartition;

    @Option(
            names = "--watch",
            paramLabel = "SECONDS",
            arity = "0..1",
            fallbackValue = "2",
            description = "Show it again and again, every 2 s or as given, until interrupted.")
    private @Nullable Integer watchSeconds;

    @Option(
            names = "--fail-above",
            paramLabel = "N",
            description = "Exit code 1 if more than so many records are unread in all.")
    private @Nullable Long failAbove;

    @Option(names = "--json", description = "Print one JSON object, with --watch one a line.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        try (LagReader reader = new LagReader(connection.settings().kafka())) {
            LagReport report = look(reader);
            show(report);
            while (watchSeconds != null) {
                TimeUnit.SECONDS.sleep(Math.max(1, watchSeconds));
                report = look(reader);
                show(report);
            }
            return failAbove != null && report.records() > failAbove ? 1 : 0;
        }
    }

    private LagReport look(LagReader reader) {
        Map<Service, List<PartitionLag>> lags = new LinkedHashMap<>();
        Service.ALL.stream()
                .filter(each -> service == null || each.name().equals(service))
                .forEach(each -> lags.put(each, reader.read(each.group(), each.topics())));
        return new LagReport(Instant.now(), lags);
    }

    private void show(LagReport report) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(report.json());
            return;
        }
        report.print(out, byPartition);
        if (watchSeconds != null) {
            out.println();
        }
    }
}
