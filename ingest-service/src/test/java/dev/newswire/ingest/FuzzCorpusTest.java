package dev.newswire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.ingest.archive.ArchiveItem;
import dev.newswire.ingest.archive.ArchivePosition;
import dev.newswire.ingest.archive.ArchiveReader;
import dev.newswire.ingest.archive.Capture;
import dev.newswire.ingest.archive.CaptureReader;
import dev.newswire.ingest.intake.Intake;
import dev.newswire.ingest.intake.Limits;
import dev.newswire.ingest.intake.Outcome;
import dev.newswire.ingest.source.Document;
import dev.newswire.ingest.source.DocumentType;
import dev.newswire.ingest.source.Origin;
import dev.newswire.ingest.source.Readers;
import dev.newswire.ingest.source.Reading;
import dev.newswire.ingest.source.Rule;
import dev.newswire.schema.RawArticle;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every input that {@code newswire bench fuzz} ever found fault with, by the way it came in, in {@code fuzz/}. */
class FuzzCorpusTest {

    private static final Path FOLDER = Path.of("src/test/resources/fuzz");
    private static final Instant NOW = Instant.parse("2025-07-30T12:00:00Z");
    private static final int BLOCK_BYTES = 64 * 1024;
    private static final int MOST_POSITIONS = 50;

    private final Readers readers = new Readers();
    private final Intake intake = new Intake(Limits.STANDARD);

    static List<Path> inputs() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void inputIsAccountedForWithinItsLimits(Path file) throws IOException {
        String way = FOLDER.relativize(file).getName(0).toString();
        if (way.equals("warc")) {
            requireArchive(file);
            return;
        }
        DocumentType type = way.equals("plain") ? DocumentType.SCRAPED_PAGE : DocumentType.valueOf(upper(way));
        requireDocument(type, new Document(Files.readAllBytes(file), new Origin(null, null, NOW, null)));
    }

    private void requireDocument(DocumentType type, Document document) throws IOException {
        List<Reading> readings = readers.read(type, document);
        List<Outcome> outcomes = intake.prepare(readings, null, NOW);
        assertThat(outcomes).isNotEmpty().hasSameSizeAs(readings);
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Rejected rejected) {
                assertThat(rejected.refusal().rule()).isNotEqualTo(Rule.FAULT);
                continue;
            }
            RawArticle article = ((Outcome.Ready) outcome).article();
            assertThat(article.getTitle().length()).isLessThanOrEqualTo(Limits.STANDARD.titleCharacters());
            assertThat(article.getBody().length()).isLessThanOrEqualTo(Limits.STANDARD.bodyCharacters());
            assertThat(RawArticle.getEncoder().encode(article).remaining()).isPositive();
        }
    }

    private void requireArchive(Path file) throws IOException {
        CaptureReader captures = new CaptureReader(BLOCK_BYTES);
        List<ArchivePosition> positions = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file);
                ArchiveReader archive = new ArchiveReader(channel, BLOCK_BYTES, ArchivePosition.START)) {
            for (ArchiveItem item = archive.next(); item != null; item = archive.next()) {
                positions.add(archive.position());
                Capture capture = item instanceof ArchiveItem.Record record ? captures.read(record, NOW) : null;
                if (capture instanceof Capture.Page page) {
                    requireDocument(page.type(), page.document());
                }
            }
        }
        assertThat(positions).isNotEmpty();
        for (int passed = 1; passed <= Math.min(positions.size(), MOST_POSITIONS); passed++) {
            assertThat(items(file, positions.get(passed - 1)))
                    .as("going on after item " + passed)
                    .isEqualTo(positions.size() - passed);
        }
    }

    private static long items(Path file, ArchivePosition from) throws IOException {
        long items = 0;
        try (FileChannel channel = FileChannel.open(file);
                ArchiveReader archive = new ArchiveReader(channel, BLOCK_BYTES, from)) {
            while (archive.next() != null) {
                items++;
            }
        }
        return items;
    }

    private static String upper(String word) {
        return word.toUpperCase(java.util.Locale.ROOT);
    }
}
