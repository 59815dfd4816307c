package dev.newswire.benchmarks.ingest;

import dev.newswire.benchmarks.Figures;
import dev.newswire.ingest.intake.Intake;
import dev.newswire.ingest.intake.Limits;
import dev.newswire.ingest.intake.Outcome;
import dev.newswire.ingest.source.Document;
import dev.newswire.ingest.source.LineInput;
import dev.newswire.ingest.source.Origin;
import dev.newswire.ingest.source.Readers;
import dev.newswire.ingest.source.Reading;
import dev.newswire.schema.RawArticle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Processor time that an article takes on its way from line to event, step by step, without network. */
@Command(
        name = "ingest-steps",
        description = "Measures the processor time of each step from an NDJSON line to an event, without network.",
        mixinStandardHelpOptions = true)
public final class MeasureSteps implements Callable<Integer> {
    private static final int AT_ONCE = 500;
    private static final Origin ORIGIN = new Origin(null, null, Instant.EPOCH, null);

    @Parameters(
            paramLabel = "PATH",
            arity = "0..1",
            description = "folder or .tar.xz with posts in Markdown; without one, texts are generated")
    private @Nullable Path posts;

    @Option(names = "--articles", defaultValue = "50000", description = "that are measured (default ${DEFAULT-VALUE})")
    private int articles;

    @Option(names = "--warm-up", defaultValue = "50000", description = "articles before (default ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(names = "--json", description = "print one JSON object")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private final Readers readers = new Readers();
    private final Intake intake = new Intake(Limits.STANDARD);
    private final SpecificDatumWriter<RawArticle> writer = new SpecificDatumWriter<>(RawArticle.class);
    private final ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    private final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(encoded, null);

    @Override
    public Integer call() throws IOException {
        Lines lines = Lines.of(posts);
        measure(lines, warmUp);
        Figures figures = new Figures().put("articles", articles);
        measure(lines, articles).addTo(figures, articles);
        figures.print(spec.commandLine().getOut(), json);
        return CommandLine.ExitCode.OK;
    }

    private StepClock measure(Lines lines, int count) throws IOException {
        StepClock clock = new StepClock();
        for (int done = 0; done < count; done += AT_ONCE) {
            byte[] body = body(lines);
            clock.start();
            List<LineInput.Line> split = split(body);
            clock.lap("split");
            List<Reading> readings = read(split);
            clock.lap("read");
            List<Outcome> outcomes = prepare(readings);
            clock.lap("prepare");
            serialize(outcomes);
            clock.lap("serialize");
        }
        return clock;
    }

    private static byte[] body(Lines lines) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        lines.next(AT_ONCE).forEach(line -> body.writeBytes(line.bytes()));
        return body.toByteArray();
    }

    private static List<LineInput.Line> split(byte[] body) throws IOException {
        LineInput input = new LineInput(new ByteArrayInputStream(body), body.length);
        List<LineInput.Line> split = new ArrayList<>();
        for (LineInput.Line line = input.next(); line != null; line = input.next()) {
            split.add(line);
        }
        return split;
    }

    private List<Reading> read(List<LineInput.Line> split) {
        return split.stream()
                .map(line -> readers.readLine(new Document(line.bytes(), ORIGIN), line.number(), line.number()))
                .toList();
    }

    private List<Outcome> prepare(List<Reading> readings) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Reading reading : readings) {
            outcomes.addAll(intake.prepare(List.of(reading), null, Instant.now()));
        }
        return outcomes;
    }

    private void serialize(List<Outcome> outcomes) throws IOException {
        for (Outcome outcome : outcomes) {
            encoded.reset();
            writer.write(((Outcome.Ready) outcome).article(), encoder);
            encoder.flush();
        }
    }
}
