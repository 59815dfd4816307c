package dev.newswire.ingest.folder;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import dev.newswire.schema.RawArticle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedFilesTest {

    private static final String TWO = article(1) + "\n" + article(2) + "\n";

    @TempDir
    Path folder;

    private DroppedFiles files = new DroppedFiles(Path.of("."));

    @BeforeEach
    void open() {
        files = new DroppedFiles(folder);
    }

    @Test
    void packedFilesAreReadForWhatTheyHoldWhateverTheirName() throws IOException {
        files.drop("a.gz", gzip(TWO));
        files.drop("b.json", zstd(article(3)));
        files.readAll();

        assertThat(files.events)
                .extracting(RawArticle::getTitle)
                .containsExactlyInAnyOrder("Article 1", "Article 2", "Article 3");
        assertThat(files.letters).isEmpty();
        assertThat(folder.resolve("done/a.gz")).hasBinaryContent(gzip(TWO));
        assertThat(folder.resolve("done/b.json")).exists();
    }

    @Test
    void membersAndFramesInARowAreOneFile() throws IOException {
        files.drop("a.ndjson.gz", joined(gzip(article(1) + "\n"), gzip(article(2))));
        files.drop("b.ndjson.zst", joined(zstd(article(3) + "\n"), zstd(article(4))));
        files.readAll();

        assertThat(files.events).hasSize(4);
    }

    @Test
    void fileThatIsCutShortFailsAndKeepsWhatWasRead() throws IOException {
        String many =
                IntStream.range(0, 6_000).mapToObj(PackedFilesTest::article).collect(Collectors.joining("\n"));
        byte[] gzip = gzip(many);
        files.drop("a.gz", Arrays.copyOf(gzip, gzip.length - 9));
        byte[] zstd = zstd(many.replace("Article", "Report"));
        files.drop("b.zst", Arrays.copyOf(zstd, zstd.length - 2));
        files.readAll();

        assertThat(files.events).extracting(RawArticle::getTitle).contains("Article 1", "Report 1");
        assertThat(Files.readString(folder.resolve("failed/a.gz.report.json"))).contains("damaged or cut short");
        assertThat(Files.readString(folder.resolve("failed/b.zst.report.json"))).contains("damaged or cut short");
        assertThat(files.letters).extracting(letter -> letter.rule()).containsExactly("encoding", "encoding");
    }

    @Test
    void bombsAreNotUnpacked() throws IOException {
        String blank = "\n".repeat(20 * 1024 * 1024);
        files.drop("a.gz", gzip(TWO + blank));
        files.drop("b.zst", zstd(TWO + blank));
        files.readAll();

        assertThat(Files.readString(folder.resolve("failed/a.gz.report.json"))).contains("100 times its size");
        assertThat(Files.readString(folder.resolve("failed/b.zst.report.json"))).contains("100 times its size");
        assertThat(files.letters).extracting(letter -> letter.rule()).containsExactly("limit", "limit");
    }

    @Test
    void archiveIsToldWhereItBelongs() throws IOException {
        files.drop("crawl.warc.gz", gzip("WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n"));
        files.readAll();

        assertThat(files.events).isEmpty();
        assertThat(files.letters).extracting(letter -> letter.rule()).containsExactly("unsupported");
        assertThat(Files.readString(folder.resolve("failed/crawl.warc.gz.report.json")))
                .contains("newswire backfill");
    }

    @Test
    void limitsCountUnpackedBytes() throws IOException {
        files.drop("page.gz", gzip("A headline\n\n" + "words ".repeat(DroppedFiles.LONGEST_LINE)));
        files.drop("twice.gz", joined(gzip(new String(gzip("text"), StandardCharsets.ISO_8859_1))));
        files.readAll();

        assertThat(files.letters).extracting(letter -> letter.rule()).containsExactlyInAnyOrder("limit", "binary");
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] zstd(String text) {
        return Zstd.compress(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] joined(byte[]... parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.write(part);
        }
        return bytes.toByteArray();
    }

    private static String article(int number) {
        return "{\"id\":\"a" + number + "\",\"title\":\"Article " + number + "\",\"body\":\"Text " + number + ".\"}";
    }
}
