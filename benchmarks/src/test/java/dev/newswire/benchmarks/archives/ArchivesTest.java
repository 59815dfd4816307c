package dev.newswire.benchmarks.archives;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivesTest {

    private static final String RECORD = "WARC/1.0\r\nWARC-Type: metadata\r\nContent-Length: 4\r\n\r\ntext\r\n\r\n";

    @TempDir
    private Path folder;

    @Test
    void expectationsCoverEveryFixture() {
        assertThat(ExpectedRecords.byName()).hasSize(18);
        assertThat(ExpectedRecords.byName().values().stream()
                        .mapToLong(ExpectedRecords::intact)
                        .sum())
                .isEqualTo(61);
        assertThat(ExpectedRecords.byName().values().stream()
                        .mapToLong(ExpectedRecords::damaged)
                        .sum())
                .isEqualTo(5);
    }

    @Test
    void resultThatFitsHasEveryRecordAndEveryDamage() throws IOException {
        ArchiveResult result = ArchiveResult.of(write(RECORD + "noise\r\n\r\n" + RECORD));

        assertThat(result.records()).isEqualTo(1);
        assertThat(result.damaged()).isEqualTo(1);
        assertThat(result.fits(new ExpectedRecords(1, 1))).isTrue();
        assertThat(result.fits(new ExpectedRecords(2, 1))).isFalse();
        assertThat(result.fits(new ExpectedRecords(1, 0))).isFalse();
    }

    private Path write(String archive) throws IOException {
        return Files.write(folder.resolve("a.warc"), archive.getBytes(StandardCharsets.US_ASCII));
    }
}
