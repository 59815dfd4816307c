package dev.newswire.benchmarks.archives;

import dev.newswire.benchmarks.DataException;
import dev.newswire.benchmarks.Figures;
import dev.newswire.benchmarks.data.Unpacked;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code newswire bench archives}: WARC and ARC files, damaged ones too. Exit code 1 if a known one is read wrongly. */
@Command(
        name = "archives",
        description = "Reads WARC and ARC archives and tells, of each, whole records and damage; of the fixtures of"
                + " jwarc and warcio also what is expected.",
        mixinStandardHelpOptions = true)
public final class ArchivesCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PATH", description = "Folder or .tar.xz with archives.")
    private Path data = Path.of(".");

    @Option(names = "--json", description = "Print the figures as one JSON object on the last line.")
    private boolean asJson;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private final Map<String, ExpectedRecords> expected = ExpectedRecords.byName();
    private int files;
    private int known;
    private int right;
    private long records;
    private long damaged;
    private long slowestNanos;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Figures byFile = new Figures();
        try (Unpacked unpacked = Unpacked.open(data)) {
            List<Path> archives = unpacked.files("").stream()
                    .filter(file -> name(file).matches(".*\\.w?arc(\\.gz)?(\\.bad)?"))
                    .toList();
            if (archives.isEmpty()) {
                throw new DataException("There is no .warc or .arc file in " + data + ".");
            }
            for (Path archive : archives) {
                byFile.put(name(archive), add(archive, out));
            }
        }
        figures(byFile).print(out, asJson);
        return right == known ? 0 : 1;
    }

    private Figures add(Path file, PrintWriter out) throws IOException {
        ArchiveResult result = ArchiveResult.of(file);
        ExpectedRecords wanted = expected.get(name(file));
        files++;
        known += wanted == null ? 0 : 1;
        right += wanted != null && result.fits(wanted) ? 1 : 0;
        records += result.records();
        damaged += result.damaged();
        slowestNanos = Math.max(slowestNanos, result.nanos());
        if (!asJson) {
            out.println(line(name(file), result, wanted));
        }
        return new Figures()
                .put("records", result.records())
                .put("expected", wanted == null ? -1 : wanted.intact())
                .put("damaged", result.damaged())
                .put("pages", result.pages())
                .put("altered", result.altered())
                .put("milliseconds", result.nanos() / 1e6);
    }

    private Figures figures(Figures byFile) {
        return new Figures()
                .put("files", files)
                .put("known_files", known)
                .put("files_right", right)
                .put("records", records)
                .put("damaged", damaged)
                .put("slowest_file_ms", slowestNanos / 1e6)
                .put("by_file", byFile);
    }

    private static String line(String name, ArchiveResult result, @Nullable ExpectedRecords wanted) {
        return String.format(
                Locale.ROOT,
                "%-38s %4d records%s, %d damaged, %d pages, %d altered, %.1f ms%s",
                name,
                result.records(),
                wanted == null ? "" : " of " + wanted.intact(),
                result.damaged(),
                result.pages(),
                result.altered(),
                result.nanos() / 1e6,
                wanted == null || result.fits(wanted) ? "" : "  WRONG");
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
