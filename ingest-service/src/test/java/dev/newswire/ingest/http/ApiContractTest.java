package dev.newswire.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.newswire.ingest.access.Access;
import dev.newswire.ingest.access.Grant;
import dev.newswire.ingest.access.RateLimit;
import dev.newswire.ingest.identity.ArticleId;
import dev.newswire.ingest.poll.SourceStatus;
import dev.newswire.ingest.source.JsonLimits;
import dev.newswire.ingest.source.Rule;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Holds the description against the server: every answer that is described occurs, and whatever the server answers here is
 * described, down to the last field.
 */
class ApiContractTest {

    private static final String ARTICLES = "/v1/articles";
    private static final String ARTICLE_PATH = "/v1/articles/{id}";
    private static final String SOURCES = "/v1/sources";
    private static final String ID = ArticleId.ofExternal("maren-echo", "1");
    private static final String GOOD = "{\"source\":\"maren-echo\",\"id\":\"1\",\"title\":\"Ferries sail again\"}";
    private static final String BAD = "{\"source\":\"maren-echo\",\"id\":\"2\",\"title\":[]}";
    private static final String TOKEN = "Authorization: Bearer known";

    private static final Access ACCESS =
            token -> "known".equals(token) ? new Grant("known", Set.of("maren-echo")) : null;
    private static final BodyLimits NARROW =
            new BodyLimits(100_000, 100_000, 1_000_000, Duration.ofMillis(100), 100, JsonLimits.STANDARD);
    private static final Map<String, String> SHORT = Map.of(
            "NEWSWIRE_HTTP_IDLE_TIMEOUT", "PT1S",
            "NEWSWIRE_HTTP_HEADER_BYTES", "4096",
            "NEWSWIRE_HTTP_HEADER_FIELDS", "20");

    private final RunningIngest open = new RunningIngest(NARROW, SHORT);
    private final RunningIngest guarded = new RunningIngest(ACCESS, RateLimit.NONE, NARROW, SHORT);
    private final RunningIngest limited =
            new RunningIngest(Access.OPEN, new RateLimit(0.001, 1, () -> 0), NARROW, SHORT);
    private final ApiDescription api;

    ApiContractTest() throws IOException {
        api = new ApiDescription(open.send("GET", "/openapi.yaml", "", BodyPublishers.noBody())
                .response()
                .body());
    }

    @AfterEach
    void stop() {
        List.of(open, guarded, limited).forEach(RunningIngest::close);
    }

    @Test
    void everyDescribedAnswerOccursAndNoOther() {
        postsOfArticles();
        refusedPosts();
        fates();
        retractions();
        sources();
        operations();

        assertThat(api.seen()).containsExactlyInAnyOrderElementsOf(api.answers());
    }

    @Test
    void everyMediaTypeThatIsDescribedIsTaken() {
        for (String type : api.mediaTypes("POST", ARTICLES)) {
            assertThat(post(open, "Content-Type: " + type, GOOD).status())
                    .as(type)
                    .isIn(202, 422);
        }
        assertThat(api.mediaTypes("POST", ARTICLES))
                .contains(MediaTypes.accepted().split(", "));
    }

    @Test
    void everyParameterThatIsDescribedIsRead() {
        String bad = "*bad*";
        for (String query : List.of("source", "url", "fetchedAt", "results")) {
            assertThat(api.parameters("POST", ARTICLES)).contains(query);
            assertThat(exchange(open, "POST", ARTICLES, "?" + query + "=" + bad, "", GOOD)
                            .status())
                    .as(query)
                    .isEqualTo(400);
        }
        for (String header : List.of("Newswire-Source", "Newswire-Url", "Newswire-Fetched-At")) {
            assertThat(api.parameters("POST", ARTICLES)).contains(header);
            assertThat(post(open, header + ": - bad -", GOOD).status())
                    .as(header)
                    .isEqualTo(400);
        }
        assertThat(api.parameters("POST", ARTICLES)).hasSize(9);
        assertThat(api.parameters("DELETE", ARTICLE_PATH)).contains("reason", "source", "Newswire-Source");
    }

    @Test
    void everyConditionOfASourceOccursAndNothingSecretIsTold() {
        open.sources = PolledSources.all();
        String body = sources(open, "").body();

        for (SourceStatus status : open.sources) {
            assertThat(status.condition()).isEqualTo(status.source().id());
            assertThat(body).contains("\"condition\":\"" + status.condition() + "\"");
        }
        assertThat(api.values("Source", "condition"))
                .containsExactlyInAnyOrderElementsOf(
                        open.sources.stream().map(SourceStatus::condition).toList());
        assertThat(body).contains("https://harbour.example/feed\"").doesNotContain(PolledSources.SECRET);
    }

    @Test
    void everyRuleIsDescribed() {
        assertThat(api.values("RejectedItem", "rule"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Rule.values()).map(Rule::id).toList());
    }

    @Test
    void checkFailsOnWhatIsNotDescribed() {
        Wire answer = post(open, "", GOOD);
        assertThatThrownBy(() -> api.check("POST", ARTICLES, new Wire(418, answer.headers(), answer.body())))
                .isInstanceOf(AssertionError.class);
        String more = answer.body().replaceFirst("\\{", "{\"more\":1,");
        assertThatThrownBy(() -> api.check("POST", ARTICLES, new Wire(202, answer.headers(), more)))
                .isInstanceOf(AssertionError.class);
        String deeper = answer.body().replaceFirst("\\{\"item\"", "{\"more\":1,\"item\"");
        assertThatThrownBy(() -> api.check("POST", ARTICLES, new Wire(202, answer.headers(), deeper)))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> api.check(
                        "POST",
                        ARTICLES,
                        new Wire(202, Map.of("content-type", "application/json", "x", "y"), answer.body())))
                .isInstanceOf(AssertionError.class);
    }

    private void postsOfArticles() {
        check("POST", ARTICLES, post(open, "", GOOD));
        check("POST", ARTICLES, post(open, "Content-Type: application/x-ndjson", GOOD + "\n" + BAD + "\n{"));
        check("POST", ARTICLES, exchange(open, "POST", ARTICLES, "?results=none", "", GOOD));
        check("POST", ARTICLES, post(open, "", GOOD.replace("{", "{\"mystery\":1,")));
        check("POST", ARTICLES, post(open, "", BAD));
        check("POST", ARTICLES, post(open, "Content-Encoding: gzip", GOOD));
        check("POST", ARTICLES, exchange(open, "POST", ARTICLES, "?results=some", "", GOOD));
        open.log.isAway = true;
        check("POST", ARTICLES, post(open, "", GOOD));
        open.log.isAway = false;
    }

    private void refusedPosts() {
        check("POST", ARTICLES, post(guarded, "", GOOD));
        check("POST", ARTICLES, post(guarded, "Authorization: Bearer other", GOOD));
        check("POST", ARTICLES, post(guarded, TOKEN + "\nNewswire-Source: other", GOOD));
        check("POST", ARTICLES, post(guarded, TOKEN, GOOD.replace("maren-echo", "other")));
        check("POST", ARTICLES, post(open, "", GOOD + " ".repeat(100_000)));
        check("POST", ARTICLES, post(open, "Content-Type: image/png", GOOD));
        check("POST", ARTICLES, post(open, "Content-Encoding: br", GOOD));
        check("POST", ARTICLES, post(limited, "", GOOD));
        check("POST", ARTICLES, post(limited, "", GOOD));
        check("POST", ARTICLES, exchange(open, "POST", ARTICLES, "?x=" + "x".repeat(5_000), "", GOOD));
        check("POST", ARTICLES, post(open, "A: " + "x".repeat(5_000), GOOD));
        check("POST", ARTICLES, post(open, "A: b\n".repeat(20), GOOD));
        String late = "POST " + ARTICLES + " HTTP/1.1\nContent-Type: application/x-ndjson\nContent-Length: 500";
        check("POST", ARTICLES, Wire.send(open.uri(), late, bytes(GOOD + "\n")));
    }

    private void fates() {
        check("GET", ARTICLE_PATH, article(open, "GET", ID, ""));
        open.fates.byArticle.put(ID, List.of(Fates.quarantined(ID), Fates.published(ID)));
        check("GET", ARTICLE_PATH, article(open, "GET", ID, ""));
        check("GET", ARTICLE_PATH, article(open, "GET", "x", ""));
        check("GET", ARTICLE_PATH, article(guarded, "GET", ID, ""));
        open.fates.isBehind = true;
        check("GET", ARTICLE_PATH, article(open, "GET", ID, ""));
    }

    private void retractions() {
        check("DELETE", ARTICLE_PATH, article(open, "DELETE", ID, ""));
        check("DELETE", ARTICLE_PATH, article(open, "DELETE", "x", ""));
        check("DELETE", ARTICLE_PATH, article(guarded, "DELETE", ID, ""));
        check("DELETE", ARTICLE_PATH, article(guarded, "DELETE", ID, TOKEN));
        check("DELETE", ARTICLE_PATH, article(limited, "DELETE", ID, ""));
        open.log.isAway = true;
        check("DELETE", ARTICLE_PATH, article(open, "DELETE", ID, ""));
    }

    private void sources() {
        check("GET", SOURCES, sources(open, ""));
        open.sources = PolledSources.all();
        open.mistakes = List.of("line 3: \"inteval\" is not known");
        check("GET", SOURCES, sources(open, ""));
        check("GET", SOURCES, sources(guarded, TOKEN));
        check("GET", SOURCES, sources(guarded, ""));
    }

    private void operations() {
        for (String path : List.of("/openapi.yaml", "/metrics", "/health/live", "/health/ready")) {
            check("GET", path, exchange(open, "GET", path, "", "", ""));
        }
        open.isDown = true;
        check("GET", "/health/live", exchange(open, "GET", "/health/live", "", "", ""));
        check("GET", "/health/ready", exchange(open, "GET", "/health/ready", "", "", ""));
    }

    private void check(String method, String path, Wire answer) {
        api.check(method, path, answer);
    }

    private static Wire post(RunningIngest ingest, String headers, String body) {
        return exchange(ingest, "POST", ARTICLES, "", headers, body);
    }

    private static Wire article(RunningIngest ingest, String method, String id, String headers) {
        return exchange(ingest, method, "/v1/articles/" + id, "", headers, "");
    }

    private static Wire sources(RunningIngest ingest, String headers) {
        return exchange(ingest, "GET", SOURCES, "", headers, "");
    }

    private static Wire exchange(
            RunningIngest ingest, String method, String path, String query, String headers, String body) {
        boolean isTyped = headers.contains("Content-Type");
        String request = method + " " + path + query + " HTTP/1.1\nContent-Length: " + bytes(body).length + "\n"
                + (isTyped ? "" : "Content-Type: application/json\n") + headers;
        return Wire.send(ingest.uri(), request, bytes(body));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
