package dev.newswire.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.newswire.ingest.identity.ArticleId;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What became of an article, on the real server. */
class FateAnswersTest {

    private static final String ID = ArticleId.ofExternal("maren-echo", "1");

    private final RunningIngest ingest = new RunningIngest();

    @AfterEach
    void stop() {
        ingest.close();
    }

    @Test
    void fatesAreToldInTheirOrderWithAllThatIsKnown() {
        ingest.fates.byArticle.put(ID, List.of(Fates.quarantined(ID), Fates.published(ID)));
        Answer answer = get(ID.toLowerCase(Locale.ROOT));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.json().path("id").asText()).isEqualTo(ID);
        JsonNode events = answer.json().path("events");
        assertThat(events).hasSize(2);
        assertThat(events.path(0))
                .hasToString(
                        "{\"fate\":\"quarantined\",\"reason\":\"the text cannot be processed\",\"revision\":1700000000000,"
                                + "\"decidedAt\":\"2025-07-30T12:00:01Z\",\"service\":\"enrich\","
                                + "\"event\":{\"topic\":\"news.article.raw.v1\",\"partition\":3,\"offset\":41}}");
        assertThat(events.path(1).path("fate").asText()).isEqualTo("published");
        assertThat(events.path(1).path("source").asText()).isEqualTo("maren-echo");
    }

    @Test
    void articleOfWhichNothingIsKnownIsNotFound() {
        Answer answer = get(ID);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.json().path("detail").asText()).contains("on its way", "30 days");
    }

    @Test
    void nothingIsSaidBeforeAllIsKnownAndSendingGoesOn() {
        ingest.fates.isBehind = true;
        Answer answer = get(ID);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.response().headers().firstValue("Retry-After")).hasValue("5");
        assertThat(ingest.post("application/json", "{\"source\":\"a\",\"id\":\"1\",\"title\":\"Ferries\"}")
                        .status())
                .isEqualTo(202);
        assertThat(ingest.send("DELETE", "/v1/articles/" + ID, "", BodyPublishers.noBody())
                        .status())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "8ZZZZZZZZZZZZZZZZZZZZZZZZZ", "0ZZZZZZZZZZZZZZZZZZZZZZZZU", ""})
    void whatIsNoIdIsAnError(String id) {
        assertThat(get(id).status()).isEqualTo(400);
    }

    private Answer get(String id) {
        return ingest.send("GET", "/v1/articles/" + id, "", BodyPublishers.noBody());
    }
}
