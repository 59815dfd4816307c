package dev.newswire.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.ingest.access.Grant;
import dev.newswire.ingest.access.RateLimit;
import dev.newswire.ingest.identity.ArticleId;
import dev.newswire.platform.deadletter.Reject;
import dev.newswire.schema.ArticleFate;
import dev.newswire.schema.RawArticle;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may send what, on the real server. */
class SendersTest {

    private static final String OURS = "{\"source\":\"maren-echo\",\"id\":\"1\",\"title\":\"Ferries sail again\"}";
    private static final String THEIRS = OURS.replace("maren-echo", "coastal-radio");
    private static final String ECHO = "Bearer echo-token";
    private static final String DESK = "bearer desk-token";
    private static final String OUR_ID = ArticleId.ofExternal("maren-echo", "1");
    private static final String THEIR_ID = ArticleId.ofExternal("coastal-radio", "1");

    private static final Map<String, Grant> GRANTS = Map.of(
            "echo-token", new Grant("echo", Set.of("maren-echo")),
            "desk-token", new Grant("desk", Set.of(Grant.ALL)));

    private final AtomicLong now = new AtomicLong();
    private RunningIngest ingest;

    @BeforeEach
    void start() {
        ingest = new RunningIngest(
                token -> token == null ? null : GRANTS.get(token),
                new RateLimit(0.01, 4, now::get),
                RunningIngest.WIDE,
                Map.of());
    }

    @AfterEach
    void stop() {
        ingest.close();
    }

    @Test
    void senderWithoutATokenIsAskedForOne() {
        Answer answer = ingest.post("application/json", OURS);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.response().headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer realm=\"newswire-ingest\"");
        assertThat(ingest.log.events).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer unknown", "Basic ZWNobzplY2hv", "Bearer", "echo-token", "Bearer echo-token x"})
    void unknownTokenIsRefusedAndNotRepeated(String authorization) {
        Answer answer = ingest.post("application/json", OURS, "Authorization", authorization);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.response().headers().firstValue("WWW-Authenticate").orElse(""))
                .contains("invalid_token");
        assertThat(answer.response().body()).doesNotContain("unknown\"", "ZWNob", "echo-token");
    }

    @Test
    void everyPathOfArticlesAsksForAToken() {
        assertThat(send("GET", OUR_ID, "Bearer x").status()).isEqualTo(401);
        assertThat(send("DELETE", OUR_ID, "Bearer x").status()).isEqualTo(401);
        assertThat(ingest.send("GET", "/openapi.yaml", "", BodyPublishers.noBody())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void tokenWritesItsOwnSourcesOnly() {
        Answer answer = ingest.post("application/x-ndjson", THEIRS + "\n" + OURS, "Authorization", ECHO);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("accepted").asInt()).isEqualTo(1);
        assertThat(answer.json().path("results").path(0).path("rule").asText()).isEqualTo("forbidden");
        assertThat(answer.json().path("results").path(0).path("pointer").asText())
                .isEqualTo("/source");
        assertThat(ingest.log.events).extracting(RawArticle::getSource).containsExactly("maren-echo");
    }

    @Test
    void whatIsWrittenInTheNameOfAnotherIsNotHeldAgainstThatOne() {
        ingest.post(
                "application/x-ndjson",
                THEIRS + "\n" + THEIRS.replace("\"Ferries", "[\"Ferries"),
                "Authorization",
                ECHO);

        assertThat(ingest.quarantine.letters)
                .hasSize(2)
                .extracting(Reject::source)
                .containsOnlyNulls();
        assertThat(ingest.quarantine.letters)
                .allSatisfy(letter -> assertThat(letter.attributes().toString()).doesNotContain("echo-token"));
    }

    @Test
    void requestThatNamesAnotherSourceIsForbidden() {
        assertThat(ingest.post("application/json", OURS, "Authorization", ECHO, "Newswire-Source", "coastal-radio")
                        .status())
                .isEqualTo(403);
        assertThat(ingest.post("application/json", OURS, "Authorization", DESK, "Newswire-Source", "coastal-radio")
                        .status())
                .isEqualTo(202);
    }

    @Test
    void tokenWithdrawsOnlyWhatAFateSaysIsItsOwn() {
        assertThat(send("DELETE", OUR_ID, ECHO).status()).isEqualTo(403);
        decided("maren-echo", OUR_ID);
        decided("coastal-radio", THEIR_ID);

        assertThat(send("DELETE", OUR_ID, ECHO).status()).isEqualTo(202);
        assertThat(send("DELETE", THEIR_ID, ECHO).status()).isEqualTo(403);
        ingest.fates.isBehind = true;
        assertThat(send("DELETE", OUR_ID, ECHO).status()).isEqualTo(503);
        assertThat(send("DELETE", THEIR_ID, DESK).status()).isEqualTo(202);
        assertThat(ingest.log.events).extracting(RawArticle::getSource).containsExactly("maren-echo", "operator");
    }

    @Test
    void tokenSeesTheFatesOfItsOwnSourcesOnly() {
        decided("maren-echo", OUR_ID);
        decided("coastal-radio", THEIR_ID);

        assertThat(send("GET", OUR_ID, ECHO).status()).isEqualTo(200);
        assertThat(send("GET", THEIR_ID, ECHO).status()).isEqualTo(404);
        assertThat(send("GET", THEIR_ID, DESK).status()).isEqualTo(200);
    }

    @Test
    void senderOfTooMuchIsToldWhenToComeBackAndOthersAreNot() {
        for (int i = 0; i < 4; i++) {
            assertThat(ingest.post("application/json", OURS, "Authorization", ECHO)
                            .status())
                    .isEqualTo(202);
        }
        Answer answer = ingest.post("application/json", OURS, "Authorization", ECHO);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.response().headers().firstValue("Retry-After")).hasValue("100");
        assertThat(ingest.post("application/json", OURS, "Authorization", DESK).status())
                .isEqualTo(202);
        now.addAndGet(100_000_000_000L);
        assertThat(ingest.post("application/json", OURS, "Authorization", ECHO).status())
                .isEqualTo(202);
    }

    private void decided(String source, String articleId) {
        ArticleFate fate = ArticleFate.newBuilder(Fates.published(articleId))
                .setSource(source)
                .build();
        ingest.fates.byArticle.put(articleId, List.of(fate));
    }

    private Answer send(String method, String id, String authorization) {
        return ingest.send(method, "/v1/articles/" + id, "", BodyPublishers.noBody(), "Authorization", authorization);
    }
}
