package dev.newswire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class BodyReaderTest {

    private static final int MEBIBYTE = 1024 * 1024;

    private final BodyReader reader = new BodyReader(FetchLimits.STANDARD, () -> 0);

    @Test
    void memberThatArrivesLaterIsPartOfTheBody() throws Exception {
        assertThat(read(wire(gzip("The ferries "), gzip("sail again")), "gzip")).isEqualTo("The ferries sail again");
    }

    @Test
    void whatStandsBehindTheLastMemberIsLeftAside() throws Exception {
        assertThat(read(wire(gzip("The ferries"), new byte[16]), "x-gzip")).isEqualTo("The ferries");
    }

    @Test
    void plainTextThatIsSaidToBeGzipIsTakenAsItIs() throws Exception {
        assertThat(read(wire("The ferries".getBytes(StandardCharsets.UTF_8)), "gzip"))
                .isEqualTo("The ferries");
    }

    @Test
    void bodyThatBreaksOffIsAnError() throws IOException {
        byte[] whole = gzip("The ferries sail again");
        assertFails(wire(Arrays.copyOf(whole, whole.length - 9)), Failure.ENCODING);
    }

    @Test
    void limitsHoldForWhatComesAndForWhatItIsUnpackedTo() throws IOException {
        assertFails(wire(gzip(" ".repeat(2 * MEBIBYTE))), Failure.LARGE);
        assertFails(wire(noise(11 * MEBIBYTE)), Failure.LARGE);
        byte[][] members = new byte[110][];
        for (int i = 0; i < members.length; i++) {
            members[i] = gzip(digits(i, 10_000).repeat(20));
        }
        assertFails(wire(members), Failure.LARGE);
    }

    private void assertFails(InputStream wire, Failure failure) {
        assertThatThrownBy(() -> read(wire, "gzip"))
                .isInstanceOfSatisfying(
                        FetchException.class,
                        refused -> assertThat(refused.failure()).isEqualTo(failure));
    }

    private String read(InputStream wire, String encoding) throws IOException, FetchException {
        return new String(reader.read(wire, encoding), StandardCharsets.UTF_8);
    }

    /** Says between two parts that nothing more has come yet, as a socket does. */
    private static InputStream wire(byte[]... parts) {
        List<InputStream> streams =
                Arrays.stream(parts).<InputStream>map(ByteArrayInputStream::new).toList();
        return new SequenceInputStream(Collections.enumeration(streams));
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(1).nextBytes(noise);
        return noise;
    }

    private static String digits(int seed, int length) {
        StringBuilder digits = new StringBuilder(length);
        new Random(seed).ints(length, 0, 10).forEach(digits::append);
        return digits.toString();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
