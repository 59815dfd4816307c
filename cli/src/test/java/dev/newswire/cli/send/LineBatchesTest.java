package dev.newswire.cli.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineBatchesTest {

    @Test
    void batchesAreWholeLinesAndTogetherTheInput() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append("x".repeat(random.nextInt(random.nextInt(100) == 0 ? 100_000 : 200)));
            text.append(i < 19_999 || random.nextBoolean() ? "\n" : "");
        }
        byte[] input = text.toString().getBytes(StandardCharsets.UTF_8);
        LineBatches batches = new LineBatches(new ByteArrayInputStream(input));
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        long lines = 0;
        for (LineBatches.Batch batch = batches.next(); batch != null; batch = batches.next()) {
            assertThat(batch.linesBefore()).as("seed " + seed).isEqualTo(lines);
            joined.write(batch.bytes());
            lines += batch.lines();
            assertThat(batch.end()).isEqualTo(joined.size());
            boolean isWhole = batch.bytes()[batch.bytes().length - 1] == '\n' || joined.size() == input.length;
            assertThat(isWhole).as("seed " + seed).isTrue();
        }
        assertThat(joined.toByteArray()).as("seed " + seed).isEqualTo(input);
        assertThat(lines).as("seed " + seed).isEqualTo(text.toString().lines().count());
    }

    @Test
    void skippedInputGoesOnWithItsNumbers() throws IOException {
        LineBatches batches =
                new LineBatches(new ByteArrayInputStream("one\ntwo\nthree".getBytes(StandardCharsets.UTF_8)));
        batches.skip(4, 1);
        LineBatches.Batch rest = batches.next();

        assertThat(rest).isNotNull();
        assertThat(new String(rest.bytes(), StandardCharsets.UTF_8)).isEqualTo("two\nthree");
        assertThat(rest.linesBefore()).isEqualTo(1);
        assertThat(rest.lines()).isEqualTo(2);
        assertThat(batches.next()).isNull();
    }

    @Test
    void blankLinesAreKnownToBeBlank() throws IOException {
        LineBatches.Batch batch =
                new LineBatches(new ByteArrayInputStream(" \r\n\t\n".getBytes(StandardCharsets.UTF_8))).next();

        assertThat(batch).isNotNull();
        assertThat(batch.isBlank()).isTrue();
    }
}
