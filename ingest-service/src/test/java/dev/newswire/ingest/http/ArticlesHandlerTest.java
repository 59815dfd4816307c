package dev.newswire.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.newswire.ingest.identity.ArticleId;
import dev.newswire.platform.deadletter.Reject;
import dev.newswire.schema.EventKind;
import dev.newswire.schema.RawArticle;
import dev.newswire.schema.RetractReason;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticlesHandlerTest {

    private static final int MEBIBYTE = 1024 * 1024;
    private static final String ARTICLE = "{\"source\":\"maren-echo\",\"id\":\"1\",\"title\":\"Ferries sail again\"}";
    private static final String BROKEN = "{\"source\":\"maren-echo\",\"id\":\"2\"";
    private static final String PAGE =
            "Ferries sail again\nThe ferries to Lonsay sail again, three weeks after the captains"
                    + " had stopped them over the hours of rest between two sailings.\n";

    private RunningIngest ingest;

    @BeforeEach
    void start() {
        ingest = new RunningIngest();
    }

    @AfterEach
    void everyItemIsAccountedForInTheMetrics() {
        assertThat(ingest.counted("received"))
                .isEqualTo(ingest.counted("accepted") + ingest.counted("rejected") + ingest.counted("unacknowledged"));
        assertThat(ingest.counted("rejected")).isEqualTo(ingest.quarantine.letters.size());
        ingest.close();
    }

    @Test
    void acceptedArticleIsNamedInTheAnswer() {
        Answer answer = ingest.post("application/json", ARTICLE);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("accepted").asInt()).isEqualTo(1);
        JsonNode result = answer.json().path("results").path(0);
        assertThat(result.path("id").asText()).isEqualTo(ArticleId.ofExternal("maren-echo", "1"));
        assertThat(result.path("status").asText()).isEqualTo("accepted");
        assertThat(result.path("title").asText()).isEqualTo("Ferries sail again");
        assertThat(result.path("revision").asLong()).isEqualTo(RunningIngest.NOW.toEpochMilli());
        assertThat(ingest.log.events).hasSize(1);
    }

    @Test
    void answerWaitsForTheAcknowledgementOfTheLog() {
        CompletableFuture<Void> acknowledgement = new CompletableFuture<>();
        ingest.log.acknowledgement = acknowledgement;

        CompletableFuture<Answer> answer =
                CompletableFuture.supplyAsync(() -> ingest.post("application/json", ARTICLE));
        await().until(() -> !ingest.log.events.isEmpty());
        assertThat(answer).isNotDone();

        acknowledgement.complete(null);
        assertThat(answer.join().status()).isEqualTo(202);
    }

    @Test
    void rejectedItemIsAProblemWithItsPlaceAndGoesToQuarantine() {
        Answer answer = ingest.post("application/json", "{\"source\":\"maren-echo\",\"id\":\"2\",\"title\":[]}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(422);
        JsonNode result = answer.json().path("results").path(0);
        assertThat(result.path("pointer").asText()).isEqualTo("/title");
        assertThat(result.path("error").asText()).isEqualTo("title: expected a text, found an array");
        Reject letter = ingest.quarantine.letters.get(0);
        assertThat(letter.rule()).isEqualTo("type");
        assertThat(letter.source()).isEqualTo("maren-echo");
        assertThat(new String(letter.bytes(), StandardCharsets.UTF_8)).contains("\"title\":[]");
        assertThat(letter.attributes()).containsKey("ce_id").containsEntry("newswire-pointer", "/title");
    }

    @Test
    void oneGoodItemAmongBadOnesIsAccepted() {
        Answer answer = ingest.post("application/x-ndjson", BROKEN + "\n" + ARTICLE + "\n\n" + BROKEN);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("accepted").asInt()).isEqualTo(1);
        assertThat(answer.json().path("rejected").asInt()).isEqualTo(2);
        assertThat(answer.json().path("results").findValuesAsText("line")).containsExactly("1", "2", "4");
        assertThat(ingest.quarantine.letters).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, web",
        "application/octet-stream, web",
        "'', web",
        "text/plain; charset=utf-8, web",
    })
    void scrapedPageIsTakenAsTextOrByItsContent(String contentType, String source) {
        assertThat(ingest.post(contentType, PAGE).status()).isEqualTo(202);
        assertThat(ingest.log.events.get(0).getSource()).isEqualTo(source);
    }

    @Test
    void contentDecidesWhereTheTypeSaysNothing() {
        ingest.post("application/octet-stream", ARTICLE + "\n" + ARTICLE.replace("\"1\"", "\"9\"") + "\n");
        ingest.post(
                "application/octet-stream",
                "<html><title>Ferries sail again</title><p>"
                        + PAGE.lines().toList().get(1) + "</p></html>");
        ingest.post(
                "application/xml",
                "<rss version='2.0'><channel><title>E</title><item><title>In a feed</title></item></channel></rss>");

        assertThat(ingest.log.events)
                .extracting(RawArticle::getTitle)
                .containsExactly("Ferries sail again", "Ferries sail again", "Ferries sail again", "In a feed");
    }

    @Test
    void headersAndQueryTellWhereADocumentIsFrom() {
        String hours = "Ferries\n2 hours ago\n" + PAGE;
        ingest.post(
                "text/plain",
                hours,
                "Newswire-Source",
                "maren-echo",
                "Newswire-Url",
                "https://echo.example.com/a?utm_source=x",
                "Newswire-Fetched-At",
                "2025-07-29T10:00:00Z");
        ingest.send(
                "POST",
                "/v1/articles?source=coastal-radio&url=https://radio.example.com/b&fetchedAt=2025-07-29T11:00:00Z",
                "text/plain",
                BodyPublishers.ofString(hours));

        assertThat(ingest.log.events).extracting(RawArticle::getSource).containsExactly("maren-echo", "coastal-radio");
        assertThat(ingest.log.events)
                .extracting(RawArticle::getCanonicalUrl)
                .containsExactly("https://echo.example.com/a", "https://radio.example.com/b");
        assertThat(ingest.log.events)
                .extracting(event -> event.getPublishedAt().toString())
                .containsExactly("2025-07-29T08:00:00Z", "2025-07-29T09:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"source=Not%20valid", "url=ftp://x", "fetchedAt=tomorrow", "fetchedAt=2099-01-01T00:00:00Z"})
    void requestThatContradictsItselfIsAnError(String query) {
        Answer answer = ingest.send("POST", "/v1/articles?" + query, "text/plain", BodyPublishers.ofString(PAGE));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(ingest.log.events).isEmpty();
    }

    @Test
    void otherTypesAreRefusedWithAListOfThoseTaken() {
        Answer answer = ingest.post("application/x-www-form-urlencoded", ARTICLE);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.json().path("detail").asText()).contains("application/json");
        assertThat(ingest.post("text/plain; charset=klingon", PAGE).status()).isEqualTo(415);
        assertThat(ingest.post("application/json", BodyPublishers.ofString(ARTICLE), "Content-Encoding", "br")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void otherMethodsAreRefused() {
        assertThat(ingest.send("PUT", "/v1/articles", "", BodyPublishers.noBody())
                        .status())
                .isEqualTo(405);
        assertThat(ingest.send("PATCH", "/v1/articles/" + "0".repeat(26), "", BodyPublishers.noBody())
                        .status())
                .isEqualTo(405);
        assertThat(ingest.send("GET", "/v2", "", BodyPublishers.noBody()).status())
                .isEqualTo(404);
    }

    @Test
    void largeDocumentIsRefusedAndItsBeginningKept() {
        byte[] large = ("Title\n" + "x".repeat(50 * MEBIBYTE)).getBytes(StandardCharsets.UTF_8);
        Answer answer = ingest.post("text/plain", BodyPublishers.ofByteArray(large));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().path("rejected").asInt()).isEqualTo(1);
        Reject letter = ingest.quarantine.letters.get(0);
        assertThat(letter.bytes()).hasSize(64 * 1024).startsWith('T', 'i', 't', 'l', 'e');
        assertThat(letter.attributes()).containsEntry("newswire-original-bytes", Integer.toString(large.length));
    }

    @Test
    void documentOfUnknownLengthIsCutOffToo() {
        InputStream body = new ByteArrayInputStream(("{" + " ".repeat(12 * MEBIBYTE)).getBytes(StandardCharsets.UTF_8));
        assertThat(ingest.post("application/json", BodyPublishers.ofInputStream(() -> body))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void longLineIsRejectedAloneAndTheStreamGoesOn() {
        String longLine = "{\"source\":\"a\",\"title\":\"" + "x".repeat(MEBIBYTE) + "\"}";
        Answer answer = ingest.post("application/x-ndjson", ARTICLE + "\n" + longLine + "\n" + ARTICLE);

        assertThat(answer.json().path("accepted").asInt()).isEqualTo(2);
        assertThat(ingest.quarantine.letters).singleElement().satisfies(letter -> {
            assertThat(letter.rule()).isEqualTo("limit");
            assertThat(letter.bytes()).hasSize(64 * 1024);
        });
    }

    @Test
    void streamOfAnyLengthIsCountedAndItsResultsCapped() {
        List<String> lines = new ArrayList<>(IntStream.range(0, 30_000)
                .mapToObj(i -> ARTICLE.replace("\"1\"", "\"" + i + "\""))
                .toList());
        lines.addAll(Collections.nCopies(1_500, BROKEN));
        Answer answer = ingest.post("application/x-ndjson", String.join("\n", lines));

        assertThat(answer.json().path("accepted").asInt()).isEqualTo(30_000);
        assertThat(answer.json().path("rejected").asInt()).isEqualTo(1_500);
        assertThat(answer.json().path("results")).hasSize(2_000);
        assertThat(answer.json().path("resultsOmitted").asInt()).isEqualTo(29_500);
        assertThat(ingest.quarantine.letters).hasSize(1_500);
    }

    @ParameterizedTest
    @CsvSource({
        "'', empty",
        "' \n ', empty",
        "'PK\u0003\u0004zip', binary",
        "'T\u0000T', binary",
        "'Home\nNews', no-article"
    })
    void hopelessDocumentGoesToQuarantineWithItsReason(String body, String rule) {
        Answer answer = ingest.post("application/octet-stream", body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("results").path(0).path("rule").asText()).isEqualTo(rule);
        assertThat(ingest.quarantine.letters)
                .singleElement()
                .extracting(Reject::rule)
                .isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({"'', empty", "'\n \n', empty", "'PK\u0003\u0004zip\nmore\nand more', binary"})
    void hopelessStreamIsOneRejection(String body, String rule) {
        assertThat(ingest.post("application/x-ndjson", body).status()).isEqualTo(422);
        assertThat(ingest.quarantine.letters)
                .singleElement()
                .extracting(Reject::rule)
                .isEqualTo(rule);
    }

    @Test
    void absentBrokerIsTheSendersTurnToWait() {
        ingest.log.isAway = true;
        Answer answer = ingest.post("application/x-ndjson", ARTICLE + "\n" + BROKEN);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.response().headers().firstValue("Retry-After")).isPresent();
        assertThat(ingest.counted("unacknowledged")).isEqualTo(2);
    }

    @Test
    void rejectionThatCannotBeKeptIsNotAnswered422() {
        ingest.quarantine.isAway = true;

        assertThat(ingest.post("application/json", BROKEN).status()).isEqualTo(503);
    }

    @Test
    void articleThatTheLogNeverTakesIsRejected() {
        ingest.log.mostBodyCharacters = 10;
        Answer answer = ingest.post("text/plain", PAGE);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(ingest.quarantine.letters)
                .singleElement()
                .extracting(Reject::rule)
                .isEqualTo("limit");
    }

    @Test
    void traceOfTheSenderTravelsOn() {
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        ingest.post("application/json", ARTICLE, "traceparent", trace);

        assertThat(ingest.log.traces).containsExactly(trace);
    }

    @Test
    void deletedArticleIsRetractedAsOfNow() {
        String id = ArticleId.ofExternal("maren-echo", "1");
        Answer answer = ingest.send("DELETE", "/v1/articles/" + id + "?reason=legal", "", BodyPublishers.noBody());

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("results").path(0).path("id").asText()).isEqualTo(id);
        RawArticle event = ingest.log.events.get(0);
        assertThat(event.getKind()).isEqualTo(EventKind.RETRACT);
        assertThat(event.getRetractReason()).isEqualTo(RetractReason.LEGAL);
        assertThat(event.getRevision()).isEqualTo(RunningIngest.NOW.toEpochMilli());
        assertThat(event.getSource()).isEqualTo("operator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "8ZZZZZZZZZZZZZZZZZZZZZZZZZ", "0ZZZZZZZZZZZZZZZZZZZZZZZZZ?reason=boredom"})
    void deletionOfWhatIsNoArticleIsAnError(String id) {
        assertThat(ingest.send("DELETE", "/v1/articles/" + id, "", BodyPublishers.noBody())
                        .status())
                .isEqualTo(400);
    }
}
