package dev.newswire.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import dev.newswire.ingest.source.JsonLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies in a content coding, on the real server. */
class CodedBodyTest {

    private static final int MEBIBYTE = 1024 * 1024;
    private static final String NDJSON = "application/x-ndjson";
    private static final String ARTICLE = "{\"source\":\"maren-echo\",\"id\":\"1\",\"title\":\"Ferries sail again\"}";

    private RunningIngest ingest;

    @BeforeEach
    void start() {
        BodyLimits limits =
                new BodyLimits(4 * MEBIBYTE, MEBIBYTE, 64L * MEBIBYTE, Duration.ofSeconds(5), 50, JsonLimits.STANDARD);
        ingest = new RunningIngest(limits, Map.of());
    }

    @AfterEach
    void stop() {
        ingest.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "GZIP", "zstd", "identity"})
    void codedBodyIsReadLikeAPlainOne(String coding) throws IOException {
        assertThat(post("application/json", coding, encode(coding, ARTICLE)).status())
                .isEqualTo(202);
        assertThat(post("application/octet-stream", coding, encode(coding, articles(3)))
                        .json()
                        .path("accepted")
                        .asInt())
                .isEqualTo(3);
        assertThat(ingest.log.events).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void membersInARowAreOneStream(String coding) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(encode(coding, ARTICLE + "\n"));
        body.writeBytes(encode(coding, ARTICLE.replace("\"1\"", "\"2\"") + "\n"));

        assertThat(post(NDJSON, coding, body.toByteArray())
                        .json()
                        .path("accepted")
                        .asInt())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "gzip, gzip", "compress"})
    void otherCodingIsRefusedWithAListOfThoseTaken(String coding) throws IOException {
        Answer answer = post(NDJSON, coding, encode("gzip", ARTICLE));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.response().headers().firstValue("Accept-Encoding")).hasValue("gzip, zstd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void bodyThatIsCutShortIsAnErrorAndWhatCameBeforeStays(String coding) throws IOException {
        byte[] whole = encode(coding, articles(20_000));
        Answer answer = post(NDJSON, coding, Arrays.copyOf(whole, whole.length - 10));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asText()).contains(coding, "damaged or cut short");
        assertThat(answer.json().path("accepted").asInt()).isPositive().isEqualTo(ingest.log.events.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void plainBodyThatIsSaidToBeCodedIsAnError(String coding) {
        assertThat(post(NDJSON, coding, ARTICLE.getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(400);
        assertThat(ingest.log.events).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void bombIsRefusedAsADocumentAndAsAStream(String coding) throws IOException {
        byte[] bomb = encode(coding, "{" + " ".repeat(64 * MEBIBYTE));
        assertThat(post("application/json", coding, bomb).status()).isEqualTo(413);
        assertThat(post(NDJSON, coding, bomb).status()).isEqualTo(413);
        assertThat(post("text/plain", coding, bomb).json().path("detail").asText())
                .contains("50 times");
        assertThat(ingest.problems(413)).isEqualTo(3);
        assertThat(ingest.quarantine.letters).as("the sender still has it").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void sizesAreThoseOfTheDecodedBody(String coding) throws IOException {
        String title = IntStream.range(0, 700_000)
                .mapToObj(i -> Integer.toString(i * 7919))
                .collect(Collectors.joining());
        String large = ARTICLE.replace("Ferries", title);
        Answer document = post("application/json", coding, encode(coding, large));
        Answer lines = post(NDJSON, coding, encode(coding, ARTICLE + "\n" + large + "\n" + ARTICLE));

        assertThat(document.status()).isEqualTo(413);
        assertThat(lines.json().path("accepted").asInt()).isEqualTo(2);
        assertThat(lines.json().path("results").path(1).path("rule").asText()).isEqualTo("limit");
    }

    @Test
    void emptyBodyInACodingIsEmptyAndNotDamaged() throws IOException {
        assertThat(post(NDJSON, "gzip", encode("gzip", "")).status()).isEqualTo(422);
        assertThat(post(NDJSON, "zstd", encode("zstd", "")).status()).isEqualTo(422);
    }

    private Answer post(String contentType, String coding, byte[] body) {
        return ingest.post(contentType, BodyPublishers.ofByteArray(body), "Content-Encoding", coding);
    }

    private static String articles(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> ARTICLE.replace("\"1\"", "\"" + i * 7919 + "\""))
                .collect(Collectors.joining("\n"));
    }

    private static byte[] encode(String coding, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (coding.equals("zstd")) {
            return Zstd.compress(bytes);
        }
        if (coding.equals("identity")) {
            return bytes;
        }
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(coded)) {
            out.write(bytes);
        }
        return coded.toByteArray();
    }
}
