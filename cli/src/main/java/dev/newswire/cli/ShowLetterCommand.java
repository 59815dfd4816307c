package dev.newswire.cli;

import dev.newswire.cli.dlq.Decisions;
import dev.newswire.cli.dlq.Letter;
import dev.newswire.cli.dlq.LetterReader;
import dev.newswire.cli.dlq.LetterView;
import dev.newswire.platform.config.SettingException;
import dev.newswire.platform.registry.RegistryClient;
import dev.newswire.platform.serde.AvroTopicSerdes;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        description =
                "Show a dead letter: why, where it came from, its headers, and its value as far as it can be read.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  newswire dlq show news.enrich.dlq.v1/3/17",
            "  newswire dlq show news.ingest.dlq.v1/0/4 --value letter.json   # mend it, then:",
            "  newswire dlq redrive news.ingest.dlq.v1/0/4 --value letter.json"
        },
        mixinStandardHelpOptions = true)
final class ShowLetterCommand implements Callable<Integer> {
    private static final Path STANDARD_OUTPUT = Path.of("-");

    @Parameters(paramLabel = "LETTER", description = "topic/partition/offset, as `newswire dlq list` shows it.")
    private String place = "";

    @Mixin
    private Connection connection = new Connection();

    @Option(names = "--value", paramLabel = "FILE", description = "Write the value as it came to a file; - for output.")
    private @Nullable Path value;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Map<String, Object> kafka = connection.settings().kafka();
        Letter letter = new LetterReader(kafka)
                .find(LetterOptions.place(place))
                .orElseThrow(() -> new SettingException("There is no letter at " + place + ": it has left its topic"
                        + " (after 30 days), or there never was one."));
        if (value != null) {
            write(letter, value);
            return 0;
        }
        Decisions decisions = Decisions.read(kafka, AvroTopicSerdes.from(kafka));
        LetterView view = new LetterView(letter, decisions, RegistryClient.from(kafka));
        if (json) {
            spec.commandLine().getOut().println(view.json());
        } else {
            view.print(spec.commandLine().getOut());
        }
        return 0;
    }

    private static void write(Letter letter, Path file) throws IOException {
        byte[] bytes = letter.value() == null ? new byte[0] : letter.value();
        if (!file.equals(STANDARD_OUTPUT)) {
            Files.write(file, bytes);
            return;
        }
        try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            out.write(bytes);
        }
    }
}
