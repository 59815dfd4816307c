package dev.newswire.cli.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import dev.newswire.platform.config.SettingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendingTest {

    private static final int MANY = 5_000;

    @TempDir
    Path folder;

    private final FakeIngest ingest = new FakeIngest();
    private final List<Duration> pauses = new ArrayList<>();
    private final StringWriter told = new StringWriter();
    private InputStream standardInput = InputStream.nullInputStream();

    @AfterEach
    void stop() {
        ingest.close();
    }

    @Test
    void foldersAreSentInOrderWithoutWhatIsHiddenOrUnfinished() throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("in").resolve("deep"));
        Files.writeString(inbox.resolve("b.txt"), "second");
        Files.writeString(folder.resolve("in").resolve("a.txt"), "first");
        Files.writeString(folder.resolve("in").resolve(".hidden"), "no");
        Files.writeString(folder.resolve("in").resolve("c.txt.part"), "no");
        Files.createSymbolicLink(folder.resolve("in").resolve("link"), inbox.resolve("b.txt"));

        Tally tally = send(false, folder.resolve("in"));
        assertThat(ingest.bodies).containsExactly("first", "second");
        assertThat(tally.accepted()).isEqualTo(2);
    }

    @Test
    void linesGoInStepsAndRejectsKeepTheNumbersOfTheirLines() throws IOException {
        Tally tally = send(false, lines("reject", 4_321));

        assertThat(ingest.lines()).hasSize(MANY);
        assertThat(ingest.bodies).hasSizeBetween(2, 10);
        assertThat(tally.accepted()).isEqualTo(MANY - 1);
        assertThat(tally.rejected()).isEqualTo(1);
        assertThat(tally.reasons()).singleElement().asString().contains("line 4321: no good");
    }

    @Test
    void tokenSourceAndTypeAreSent() throws IOException {
        send(false, lines("", 0));

        assertThat(ingest.headers.get(0))
                .containsEntry("Authorization", List.of("Bearer sesame"))
                .containsEntry("Newswire-source", List.of("echo"))
                .containsEntry("Content-type", List.of("application/x-ndjson"))
                .doesNotContainKey("Content-encoding");
    }

    @Test
    void compressedFilesAreSentAsWhatTheyHold() throws IOException {
        Path packed = folder.resolve("articles.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(lines("", 0), out);
        }
        Path frames = Files.write(
                folder.resolve("named-badly.ndjson"),
                Zstd.compress(Files.readAllBytes(folder.resolve("articles.ndjson"))));
        send(false, packed);
        send(false, frames);

        assertThat(ingest.lines()).hasSize(2 * MANY);
        assertThat(ingest.headers).noneMatch(headers -> headers.containsKey("Content-encoding"));
    }

    @Test
    void standardInputIsSent() {
        standardInput = new ByteArrayInputStream("a page".getBytes(StandardCharsets.UTF_8));
        send(false, Path.of("-"));

        assertThat(ingest.bodies).containsExactly("a page");
    }

    @Test
    void busyServiceIsTriedAgainAfterAsLongAsItAsks() throws IOException {
        ingest.troubles.addAll(List.of(503, 429, FakeIngest.HANG_UP));
        Tally tally = send(false, lines("", 0));

        assertThat(tally.accepted()).isEqualTo(MANY);
        assertThat(ingest.lines()).doesNotHaveDuplicates().hasSize(MANY);
        assertThat(pauses).startsWith(Duration.ofSeconds(7), Duration.ofSeconds(7));
        assertThat(told.toString()).contains("not now").contains("does not answer");
    }

    @Test
    void interruptedSendGoesOnWhereItWasAcknowledged() throws IOException {
        Path file = lines("reject", 10);
        ingest.takes = 1;
        assertThatThrownBy(() -> send(false, file)).isInstanceOf(GaveUpException.class);
        int taken = ingest.lines().size();
        assertThat(taken).isBetween(1, MANY - 1);

        ingest.takes = Integer.MAX_VALUE;
        Tally tally = send(true, file);
        assertThat(ingest.lines()).containsExactlyElementsOf(Files.readAllLines(file));
        assertThat(tally.accepted()).isEqualTo(MANY - 1);
        assertThat(tally.rejected()).isEqualTo(1);

        send(true, file);
        assertThat(ingest.lines()).as("what was sent to the end starts anew").hasSize(2 * MANY);
    }

    @Test
    void fileThatHasChangedSinceIsSentFromTheStart() throws IOException {
        Path file = lines("", 0);
        ingest.takes = 1;
        assertThatThrownBy(() -> send(false, file)).isInstanceOf(GaveUpException.class);
        Files.writeString(file, "{\"title\":\"new\"}\n" + Files.readString(file));

        ingest.bodies.clear();
        ingest.takes = Integer.MAX_VALUE;
        send(true, file);
        assertThat(ingest.lines()).hasSize(MANY + 1);
    }

    @Test
    void stateThatCannotBeKeptKeepsNothingFromBeingSent() throws IOException {
        Files.writeString(folder.resolve("state"), "a file where the folder should be");
        Tally tally = send(false, lines("", 0));

        assertThat(tally.accepted()).isEqualTo(MANY);
        assertThat(tally.unread()).isZero();
        assertThat(told.toString()).containsOnlyOnce("--resume will not work");
    }

    @Test
    void deniedTokenIsToldAtOnce() throws IOException {
        ingest.troubles.add(401);
        Path file = lines("", 0);

        assertThatThrownBy(() -> send(false, file))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("--token-file");
        assertThat(pauses).isEmpty();
    }

    @Test
    void fileThatIsDamagedIsToldAndTheOthersAreSent() throws IOException {
        Path damaged = Files.write(folder.resolve("a.gz"), new byte[] {0x1F, (byte) 0x8B, 8, 0, 1, 2});
        Path zstd = Files.write(folder.resolve("a.zst"), new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0, 1});
        Path good = Files.writeString(folder.resolve("b.txt"), "a page");
        Tally tally = send(false, damaged, zstd, good);

        assertThat(tally.unread()).isEqualTo(2);
        assertThat(tally.reasons().get(0)).contains("a.gz");
        assertThat(tally.reasons().get(1)).contains("a.zst", "damaged or cut short");
        assertThat(ingest.bodies).containsExactly("a page");
    }

    @Test
    void missingFileIsAMistakeOfTheUser() {
        assertThatThrownBy(() -> send(false, folder.resolve("nothing")))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("There is no file");
    }

    private Tally send(boolean resume, Path... files) {
        SendOptions options =
                new SendOptions("echo", null, null, null, resume, folder.resolve("state"), Duration.ofMinutes(2));
        Progress progress = new Progress(new PrintWriter(told), false, () -> 0);
        return new Sending(options, ingest.client(), progress, pauses::add, standardInput).send(List.of(files));
    }

    private Path lines(String mark, int marked) throws IOException {
        List<String> lines = IntStream.rangeClosed(1, MANY)
                .mapToObj(i -> "{\"title\":\"Article " + i + (i == marked ? mark : "") + "\"}")
                .toList();
        return Files.write(folder.resolve("articles.ndjson"), lines);
    }
}
