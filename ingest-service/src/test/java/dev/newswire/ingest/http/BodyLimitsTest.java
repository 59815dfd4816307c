package dev.newswire.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.newswire.ingest.source.JsonLimits;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a request may hold, and what is told of it, on the real server with narrow limits. */
class BodyLimitsTest {

    private static final int KIBIBYTE = 1024;
    private static final String ARTICLE = "{\"source\":\"maren-echo\",\"id\":\"1\",\"title\":\"Ferries sail again\"}";
    private static final String BROKEN = "{\"source\":\"maren-echo\"";

    private RunningIngest ingest;

    @BeforeEach
    void start() {
        BodyLimits limits = new BodyLimits(
                64 * KIBIBYTE,
                64 * KIBIBYTE,
                96L * KIBIBYTE,
                Duration.ofMillis(100),
                100,
                new JsonLimits(4, 20, 15, 1_000));
        ingest = new RunningIngest(limits, Map.of());
    }

    @AfterEach
    void stop() {
        ingest.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'{\"source\":\"a\",\"id\":\"1\",\"title\":\"T\",\"x\":[[[[1]]]]}'; depth",
                "'{\"source\":\"a\",\"id\":\"1\",\"title\":\"T\",\"a-name-that-is-far-too-long\":1}'; name",
                "'{\"source\":\"a\",\"id\":\"1\",\"title\":\"T\",\"revision\":1234567890123456}'; umber"
            })
    void jsonBeyondALimitIsRejectedWithItsRule(String article, String what) {
        Answer answer = ingest.post("application/json", article);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("results").path(0).path("rule").asText()).isEqualTo("limit");
        assertThat(answer.json().path("results").path(0).path("error").asText()).containsIgnoringCase(what);
    }

    @Test
    void longTextIsRejectedWithItsRule() {
        String article = ARTICLE.replace("Ferries", "x".repeat(1_001));
        assertThat(ingest.post("application/json", article)
                        .json()
                        .path("results")
                        .path(0)
                        .path("rule")
                        .asText())
                .isEqualTo("limit");
    }

    @Test
    void requestForWhichThereIsNoMemoryIsToldToComeBack() {
        CompletableFuture<Void> acknowledgement = new CompletableFuture<>();
        ingest.log.acknowledgement = acknowledgement;
        String large = ARTICLE + " ".repeat(60 * KIBIBYTE);
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> ingest.post("application/json", large));
        await().until(() -> !ingest.log.events.isEmpty());
        Answer second = ingest.post("application/json", large);
        acknowledgement.complete(null);

        assertThat(second.status()).isEqualTo(503);
        assertThat(second.response().headers().firstValue("Retry-After")).hasValue("1");
        assertThat(first.join().status()).isEqualTo(202);
        assertThat(ingest.post("application/json", large).status()).isEqualTo(202);
    }

    @ParameterizedTest
    @CsvSource({"first, 2000", "all, 3500", "rejected, 1000", "none, 0", "NONE, 0"})
    void senderChoosesTheResultsItWantsAndAlwaysLearnsTheTotals(String results, int told) {
        String body = (ARTICLE + "\n").repeat(1_500) + (BROKEN + "\n").repeat(2_000);
        Answer answer = ingest.send(
                "POST", "/v1/articles?results=" + results, "application/x-ndjson", BodyPublishers.ofString(body));

        assertThat(answer.json().path("accepted").asInt()).isEqualTo(1_500);
        assertThat(answer.json().path("rejected").asInt()).isEqualTo(2_000);
        assertThat(answer.json().path("results")).hasSize(told);
        assertThat(answer.json().path("resultsOmitted").asInt()).isEqualTo(3_500 - told);
    }

    @Test
    void unknownChoiceOfResultsIsAnError() {
        assertThat(ingest.send(
                                "POST",
                                "/v1/articles?results=some",
                                "application/json",
                                BodyPublishers.ofString(ARTICLE))
                        .status())
                .isEqualTo(400);
    }
}
