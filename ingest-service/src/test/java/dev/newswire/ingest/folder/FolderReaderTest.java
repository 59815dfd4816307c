package dev.newswire.ingest.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newswire.ingest.intake.UnavailableException;
import dev.newswire.schema.RawArticle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderReaderTest {

    @TempDir
    Path folder;

    private DroppedFiles files = new DroppedFiles(Path.of("."));

    @BeforeEach
    void open() {
        files = new DroppedFiles(folder);
    }

    @Test
    void fileIsReadByItsContentAndPutAwayWithAReport() throws IOException {
        files.drop("named-badly.txt", article(1) + "\n" + "{\"title\":}\n" + article(2) + "\n");
        files.readAll();

        assertThat(files.events).extracting(RawArticle::getTitle).containsExactly("Article 1", "Article 2");
        assertThat(files.letters).hasSize(1);
        assertThat(folder.resolve("done/named-badly.txt")).exists();
        JsonNode report = report("done/named-badly.txt");
        assertThat(report.path("accepted").asInt()).isEqualTo(2);
        assertThat(report.path("rejected").asInt()).isEqualTo(1);
        assertThat(report.path("rejects").get(0).path("line").asInt()).isEqualTo(2);
        assertThat(report.path("rejects").get(0).path("error").asText()).contains("JSON");
        assertThat(names(folder)).containsExactly("done", "failed");
    }

    @Test
    void fileWithNothingToTakeFails() throws IOException {
        files.drop("picture.json", "\u0089PNG\u0000\u0001");
        files.drop("empty.json", "");
        files.readAll();

        assertThat(names(folder.resolve("failed")))
                .containsExactly("empty.json", "empty.json.report.json", "picture.json", "picture.json.report.json");
        assertThat(files.letters).hasSize(2);
        assertThat(report("failed/picture.json")
                        .path("rejects")
                        .get(0)
                        .path("rule")
                        .asText())
                .isEqualTo("binary");
    }

    @Test
    void unfinishedFilesWait() throws IOException {
        Path growing = files.drop("growing.json", article(1));
        Files.setLastModifiedTime(growing, FileTime.from(Instant.parse("2025-01-01T00:00:00Z")));
        files.drop(".hidden.json", article(2));
        files.drop("half.json.part", article(3));
        files.setNow(Instant.parse("2025-01-01T00:00:01Z"));
        files.readAll();
        assertThat(files.events).isEmpty();

        files.pass(Duration.ofSeconds(2));
        files.readAll();
        assertThat(files.events).hasSize(1);
        Files.move(folder.resolve("half.json.part"), folder.resolve("half.json"));
        files.setNow(Instant.now().plusSeconds(60));
        files.readAll();
        assertThat(files.events).hasSize(2);
        assertThat(folder.resolve(".hidden.json")).exists();
    }

    @Test
    void fileFromTheFutureIsWatchedInstead() throws IOException {
        Path file = files.drop("ahead.json", article(1));
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plus(Duration.ofDays(300))));
        FolderReader reader = files.reader();
        reader.readAll(() -> true);
        assertThat(files.events).isEmpty();

        files.pass(DroppedFiles.SETTLE);
        reader.readAll(() -> true);
        assertThat(files.events).hasSize(1);
    }

    @Test
    void linksAndFoldersAreLeftAlone(@TempDir Path elsewhere) throws IOException {
        Path secret = Files.writeString(elsewhere.resolve("secret.json"), article(1));
        Files.createSymbolicLink(folder.resolve("link.json"), secret);
        Files.createDirectories(folder.resolve("deep.json"));
        files.readAll();

        assertThat(files.events).isEmpty();
        assertThat(folder.resolve("link.json")).isSymbolicLink();
    }

    @Test
    void brokerThatIsAwayLeavesTheFileWhereItIs() throws IOException {
        files.drop("a.json", article(1));
        files.isAway = true;
        assertThatThrownBy(files::readAll).isInstanceOf(UnavailableException.class);
        assertThat(folder.resolve("a.json")).exists();

        files.isAway = false;
        files.readAll();
        assertThat(files.events).hasSize(1);
        assertThat(folder.resolve("done/a.json")).exists();
    }

    @Test
    void afterACrashTheFileIsReadAgainWithTheSameContent() throws IOException {
        files.drop("a.ndjson", lines(3_000));
        files.meanwhile = () -> {
            if (files.events.size() == 1_500) {
                throw new IllegalStateException("killed");
            }
        };
        assertThatThrownBy(files::readAll).isInstanceOf(IllegalStateException.class);
        assertThat(folder.resolve("a.ndjson")).exists();

        files.meanwhile = () -> {};
        files.readAll();
        assertThat(files.events).hasSize(4_500);
        assertThat(files.events.stream().map(RawArticle::getContentHash).collect(Collectors.toSet()))
                .as("what came twice is the same")
                .hasSize(3_000);
        assertThat(report("done/a.ndjson").path("accepted").asInt()).isEqualTo(3_000);
    }

    @Test
    void fileThatGrowsWhileItIsReadIsReadAgain() throws IOException {
        Path file = files.drop("a.ndjson", article(1) + "\n" + article(2) + "\n");
        files.meanwhile = () -> {
            files.meanwhile = () -> {};
            append(file, article(3) + "\n");
        };
        files.readAll();
        assertThat(file).exists();

        files.readAll();
        assertThat(files.events).extracting(RawArticle::getTitle).contains("Article 3");
        assertThat(folder.resolve("done/a.ndjson")).exists();
    }

    @Test
    void namesakesAreKeptApart() throws IOException {
        for (int i = 1; i <= 3; i++) {
            files.drop("a.json", article(i));
            files.readAll();
        }

        assertThat(names(folder.resolve("done"))).contains("a.json", "a.json.2", "a.json.3", "a.json.3.report.json");
    }

    @Test
    void tooLargeDocumentsAndLinesAreRefusedWithoutReadingThemWhole() throws IOException {
        files.drop("page.txt", "A headline\n\n" + "words ".repeat(DroppedFiles.LONGEST_LINE));
        files.drop("a.ndjson", article(1) + "\n{\"title\":\"" + "x".repeat(DroppedFiles.LONGEST_LINE) + "\"}\n");
        files.readAll();

        assertThat(files.letters)
                .extracting(letter -> letter.rule())
                .containsOnly("limit")
                .hasSize(2);
        assertThat(folder.resolve("failed/page.txt")).exists();
        assertThat(folder.resolve("done/a.ndjson")).exists();
    }

    private static void append(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode report(String file) throws IOException {
        return new ObjectMapper().readTree(Files.readString(folder.resolve(file + ".report.json")));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static String lines(int count) {
        return IntStream.range(0, count).mapToObj(FolderReaderTest::article).collect(Collectors.joining("\n"));
    }

    private static String article(int number) {
        return "{\"id\":\"a" + number + "\",\"title\":\"Article " + number + "\",\"body\":\"Text " + number + ".\"}";
    }
}
