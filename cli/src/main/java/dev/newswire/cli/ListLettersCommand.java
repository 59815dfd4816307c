package dev.newswire.cli;

import dev.newswire.cli.dlq.Decisions;
import dev.newswire.cli.dlq.LetterList;
import dev.newswire.cli.dlq.LetterReader;
import dev.newswire.platform.serde.AvroTopicSerdes;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        description = "List dead letters that nothing has been done about, and count them by topic and reason.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  newswire dlq list",
            "  newswire dlq list --service enrich --since PT1H",
            "  newswire dlq list --reason missing-title --json"
        },
        mixinStandardHelpOptions = true)
final class ListLettersCommand implements Callable<Integer> {
    @Mixin
    private Connection connection = new Connection();

    @Mixin
    private LetterOptions letters = new LetterOptions();

    @Option(names = "--all", description = "Also those that were sent again, parked or superseded.")
    private boolean all;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "Newest letters to show; all are counted (default: 50).")
    private int limit;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        Map<String, Object> kafka = connection.settings().kafka();
        LetterList list = new LetterList(Decisions.read(kafka, AvroTopicSerdes.from(kafka)), limit, all);
        list.read(new LetterReader(kafka), letters.topics(List.of()), letters.filter(List.of()));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(list.json());
        } else {
            list.print(out);
        }
        out.flush();
        return 0;
    }
}
