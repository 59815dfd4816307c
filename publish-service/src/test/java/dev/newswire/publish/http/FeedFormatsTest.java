package dev.newswire.publish.http;

import static dev.newswire.publish.Samples.NOON;
import static dev.newswire.publish.Samples.article;
import static dev.newswire.publish.Samples.id;
import static dev.newswire.publish.Samples.related;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newswire.publish.FakeReader;
import dev.newswire.publish.render.Links;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Feeds and articles as programs ask for them. */
class FeedFormatsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> FORMATS = Map.of(
            "json", "application/feed+json",
            "atom", "application/atom+xml",
            "rss", "application/rss+xml",
            "ninjs", "application/ninjs+json");

    private final FakeReader reader = new FakeReader();
    private final SiteHandler handler = new SiteHandler(Clock.systemUTC());
    private final Served http = new Served(handler);

    @BeforeEach
    void start() {
        handler.open(
                reader,
                (words, limit) -> List.of(),
                new Links(http.uri()),
                new FeedSettings(1 << 20, List.of("https://hub.example.org/"), Duration.ZERO));
        for (int number = 1; number <= 7; number++) {
            reader.publish(article(number).build(), related(number, 1, 2, 1));
        }
    }

    @AfterEach
    void stop() {
        http.close();
    }

    @Test
    void everyFormatComesBySuffixAndByNegotiation() throws Exception {
        for (Map.Entry<String, String> format : FORMATS.entrySet()) {
            HttpResponse<String> bySuffix = get("/feeds/latest." + format.getKey());
            assertThat(bySuffix.statusCode()).isEqualTo(200);
            assertThat(type(bySuffix)).isEqualTo(format.getValue() + ";charset=utf-8");
            assertThat(bySuffix.headers().allValues("Vary")).containsExactly("Accept-Encoding");
            HttpResponse<String> negotiated = get("/feeds/latest", "Accept", format.getValue() + ", text/html;q=0.5");
            assertThat(type(negotiated)).isEqualTo(type(bySuffix));
            assertThat(negotiated.body()).isEqualTo(bySuffix.body());
            assertThat(negotiated.headers().allValues("Vary")).contains("Accept");
        }
        assertThat(type(get("/feeds/latest", "Accept", "application/json"))).startsWith("application/feed+json");
        assertThat(type(get("/feeds/latest"))).startsWith("text/html");
        HttpResponse<String> none = get("/feeds/latest", "Accept", "image/png");
        assertThat(none.statusCode()).isEqualTo(406);
        assertThat(none.headers().allValues("Vary")).contains("Accept");
    }

    @Test
    void tagsOfFormatsAndPartsDiffer() throws Exception {
        List<String> tags = new ArrayList<>();
        for (String path : List.of("latest.json", "latest.atom", "latest.rss", "latest.ninjs", "latest.json?limit=2")) {
            tags.add(get("/feeds/" + path).headers().firstValue("ETag").orElseThrow());
        }
        tags.add(get(nextUrl("/feeds/latest.json?limit=2"))
                .headers()
                .firstValue("ETag")
                .orElseThrow());
        assertThat(tags).doesNotHaveDuplicates();
    }

    @Test
    void partsFollowEachOtherToTheEnd() throws Exception {
        List<String> seen = new ArrayList<>();
        String next = http.uri() + "/feeds/latest.json?limit=3";
        while (!next.isEmpty()) {
            JsonNode part = JSON.readTree(get(next).body());
            part.path("items").forEach(item -> seen.add(item.path("id").asText()));
            next = part.path("next_url").asText();
        }
        assertThat(seen).containsExactly(id(7), id(6), id(5), id(4), id(3), id(2), id(1));
    }

    @Test
    void aPartDoesNotMoveWhenEntriesComeAndGo() throws Exception {
        String next = nextUrl("/feeds/latest.json?limit=3");
        reader.publish(article(8).build(), null);
        reader.withdraw(id(5));
        assertThat(JSON.readTree(get(next).body()).path("items").findValuesAsText("id"))
                .startsWith(id(4));
    }

    @Test
    void aPlaceThatNobodyGaveIsRefused() throws Exception {
        for (String place : List.of("x", "1", "-", "1-%00", "99999999999999999999-A")) {
            assertThat(get("/feeds/latest.json?before=" + place).statusCode())
                    .as(place)
                    .isEqualTo(400);
        }
    }

    @Test
    void aRetractionIsSeenAtOnceAndLeavesADeletedEntry() throws Exception {
        String tag = get("/feeds/latest.atom").headers().firstValue("ETag").orElseThrow();
        reader.withdraw(id(3));
        HttpResponse<String> atom = get("/feeds/latest.atom", "If-None-Match", tag);
        assertThat(atom.statusCode()).isEqualTo(200);
        assertThat(atom.body())
                .contains("<at:deleted-entry ref=\"" + http.uri() + "/articles/" + id(3) + "\"")
                .doesNotContain("part 3");
        assertThat(get("/v1/articles/" + id(3)).statusCode()).isEqualTo(410);
        assertThat(get("/articles/" + id(3)).statusCode()).isEqualTo(410);
        assertThat(get("/v1/articles/" + id(99)).statusCode()).isEqualTo(404);
    }

    @Test
    void feedsNameTheirHub() throws Exception {
        HttpResponse<String> response = get("/feeds/latest.atom");
        assertThat(response.headers().firstValue("Link"))
                .hasValue("<" + http.uri()
                        + "/feeds/latest.atom>; rel=\"self\", <https://hub.example.org/>; rel=\"hub\"");
        assertThat(response.body()).contains("rel=\"hub\" href=\"https://hub.example.org/\"");
    }

    @Test
    void articleTellsWhatItsRevisionsChanged() throws Exception {
        reader.publish(
                article(1)
                        .setRevision(NOON.plusSeconds(600).toEpochMilli())
                        .setTitle("NATO met")
                        .setBody("NATO met in Japan. Nothing else happened.\nThe talks are over.")
                        .setSection(null)
                        .build(),
                null);
        JsonNode revisions = JSON.readTree(get("/v1/articles/" + id(1)).body()).path("revisions");
        assertThat(revisions).hasSize(2);
        JsonNode changes = revisions.get(0).path("changes");
        assertThat(changes.findValuesAsText("field")).containsExactly("title", "body", "section");
        assertThat(changes.get(0).path("before").asText()).isEqualTo("NATO meets, part 1");
        assertThat(changes.get(0).path("after").asText()).isEqualTo("NATO met");
        assertThat(changes.get(1).at("/removed/0").asText()).isEqualTo("The talks go on.");
        assertThat(changes.get(1).at("/added/0").asText()).isEqualTo("The talks are over.");
        assertThat(changes.get(2).has("after")).isFalse();
        assertThat(revisions.get(1).has("changes")).isFalse();
    }

    @Test
    void scriptsOfOtherSitesMayRead() throws Exception {
        HttpResponse<String> options = http.send(
                HttpRequest.newBuilder(http.uri().resolve("/feeds/latest.json"))
                        .method("OPTIONS", HttpRequest.BodyPublishers.noBody()),
                BodyHandlers.ofString());
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(options.headers().firstValue("Access-Control-Allow-Headers"))
                .hasValueSatisfying(names -> assertThat(names).contains("If-None-Match", "Last-Event-ID"));
        for (String path : List.of("/feeds/latest.rss", "/feeds", "/v1/articles/" + id(1), "/feeds/none.json")) {
            assertThat(get(path).headers().firstValue("Access-Control-Allow-Origin"))
                    .as(path)
                    .hasValue("*");
        }
        assertThat(get("/articles/" + id(1)).headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    private String nextUrl(String path) throws Exception {
        return JSON.readTree(get(path).body()).path("next_url").asText();
    }

    private static String type(HttpResponse<String> response) {
        return response.headers().firstValue("Content-Type").orElseThrow();
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        return http.get(path, headers);
    }
}
