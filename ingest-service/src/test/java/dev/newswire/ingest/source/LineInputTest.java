package dev.newswire.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineInputTest {

    @Test
    void linesAreNumberedAndBlankOnesPassedOver() throws IOException {
        assertThat(lines("\uFEFF\r\na\n\n \t\r\nb\r\nc", 100)).containsExactly("2 a", "5 b\r", "6 c");
    }

    @Test
    void longLineIsCutAndTheNextOneWhole() throws IOException {
        assertThat(lines("x".repeat(200_000) + "\nb", 10)).containsExactly("1 xxxxxxxxxx of 200000", "2 b");
    }

    @Test
    void lineMayEndAnywhereInTheBuffer() throws IOException {
        for (int length = 65_530; length < 65_545; length++) {
            assertThat(lines("x".repeat(length) + "\nb\n", 100_000)).containsExactly("1 " + "x".repeat(length), "2 b");
        }
    }

    @Test
    void endlessStreamNeedsMemoryForOneLineOnly() throws IOException {
        LineInput endless = new LineInput(new Endless(3_000_000_000L), 1_000);
        LineInput.Line line = endless.next();
        assertThat(line).isNotNull();
        assertThat(line.length()).isEqualTo(3_000_000_000L);
        assertThat(line.bytes()).hasSize(1_000);
    }

    private static List<String> lines(String text, int limit) throws IOException {
        LineInput input = new LineInput(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), limit);
        List<String> lines = new ArrayList<>();
        for (LineInput.Line line = input.next(); line != null; line = input.next()) {
            String cut = line.isTooLong() ? " of " + line.length() : "";
            lines.add(line.number() + " " + new String(line.bytes(), StandardCharsets.UTF_8) + cut);
        }
        return lines;
    }

    /** A stream of the letter x. */
    private static final class Endless extends InputStream {
        private long left;

        Endless(long length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(left, length);
            java.util.Arrays.fill(buffer, offset, offset + count, (byte) 'x');
            left -= count;
            return count;
        }
    }
}
