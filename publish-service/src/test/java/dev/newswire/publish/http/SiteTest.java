package dev.newswire.publish.http;

import static dev.newswire.publish.Samples.article;
import static dev.newswire.publish.Samples.id;
import static dev.newswire.publish.Samples.related;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import dev.newswire.platform.streams.StoreNotReadyException;
import dev.newswire.publish.FakeReader;
import dev.newswire.publish.render.Links;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SiteTest {
    private static final FeedSettings SETTINGS = new FeedSettings(1 << 20, List.of(), Duration.ZERO);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final URI PUBLIC = URI.create("https://news.example.org/wire");

    private final FakeReader reader = new FakeReader();
    private final SiteHandler handler = new SiteHandler(Clock.systemUTC());
    private final Served http = new Served(handler);

    @BeforeEach
    void start() {
        handler.open(reader, (words, limit) -> List.of(id(2), id(3)), new Links(PUBLIC), SETTINGS);
        reader.publish(article(1).build(), related(1, 1, 2, 2, 3));
        reader.publish(article(2).build(), related(2, 1, 2, 1));
    }

    @AfterEach
    void stop() {
        http.close();
    }

    @Test
    void feedIsAJsonFeed() throws Exception {
        HttpResponse<String> response = get("/feeds/entity/Q7184.json");
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/feed+json"));
        JsonNode feed = JSON.readTree(response.body());
        assertThat(feed.path("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.path("title").asText()).isEqualTo("NATO");
        assertThat(feed.path("feed_url").asText()).isEqualTo(PUBLIC + "/feeds/entity/Q7184.json");
        assertThat(feed.path("items")).hasSize(2);
        JsonNode item = feed.path("items").get(0);
        assertThat(item.path("id").asText()).isEqualTo(id(2));
        assertThat(item.path("url").asText()).isEqualTo(PUBLIC + "/articles/" + id(2));
        assertThat(item.path("external_url").asText()).isEqualTo("https://example.org/news/2");
        assertThat(item.path("content_text").asText()).startsWith("NATO met in Japan.");
        assertThat(item.path("date_published").asText()).isEqualTo("2026-03-01T12:01:30Z");
        assertThat(item.path("authors").get(0).path("name").asText()).isEqualTo("A. Writer");
        assertThat(item.path("tags").get(0).asText()).isEqualTo("NATO");
        assertThat(item.at("/_newswire/section").asText()).isEqualTo("World");
        assertThat(item.path("_newswire").has("links")).isFalse();
    }

    @Test
    void feedOfTheLatestTellsWhyArticlesAreLinked() throws Exception {
        JsonNode feed = JSON.readTree(get("/feeds/latest.json").body());
        assertThat(feed.at("/items/0/_newswire/links/0/reasons/0/label").asText())
                .isEqualTo("NATO");
    }

    @Test
    void feedIsAnAtomFeedThatAReaderReads() throws Exception {
        SyndFeed feed = new SyndFeedInput()
                .build(new StringReader(get("/feeds/latest.atom").body()));
        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        assertThat(feed.getEntries())
                .extracting(SyndEntry::getTitle)
                .containsExactly("NATO meets, part 2", "NATO meets, part 1");
    }

    @Test
    void feedOfNothingYetIsEmpty() throws Exception {
        handler.open(new FakeReader(), (words, limit) -> List.of(), new Links(PUBLIC), SETTINGS);
        assertThat(JSON.readTree(get("/feeds/latest.json").body()).path("items"))
                .isEmpty();
        assertThat(get("/").body()).contains("Nothing is published yet");
        assertThat(get("/feeds/source/none.json").statusCode()).isEqualTo(404);
    }

    @Test
    void askingAgainWithTheTagCostsNoBody() throws Exception {
        for (String path : List.of("/feeds/latest.json", "/feeds/latest.atom", "/", "/feeds", "/articles/" + id(1))) {
            String tag = get(path).headers().firstValue("ETag").orElseThrow();
            HttpResponse<String> again = get(path, "If-None-Match", tag);
            assertThat(again.statusCode()).as(path).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.headers().firstValue("ETag")).hasValue(tag);
        }
        String tag = get("/feeds/latest.json").headers().firstValue("ETag").orElseThrow();
        reader.publish(article(3).build(), null);
        assertThat(get("/feeds/latest.json", "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @Test
    void askingAgainWithTheDateCostsNoBody() throws Exception {
        String date =
                get("/feeds/latest.json").headers().firstValue("Last-Modified").orElseThrow();
        assertThat(get("/feeds/latest.json", "If-Modified-Since", date).statusCode())
                .isEqualTo(304);
        assertThat(get("/feeds/latest.json", "If-Modified-Since", "Sun, 01 Mar 2026 12:00:00 GMT")
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("/feeds/latest.json", "If-Modified-Since", "yesterday").statusCode())
                .isEqualTo(200);
    }

    @Test
    void longAnswersAreCompressedForWhoeverTakesIt() throws Exception {
        HttpResponse<byte[]> response = http.send(
                HttpRequest.newBuilder(http.uri().resolve("/feeds/latest.json")).header("Accept-Encoding", "gzip, br"),
                BodyHandlers.ofByteArray());
        assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
        try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            String body = new String(unzipped.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(body).isEqualTo(get("/feeds/latest.json").body());
        }
    }

    @Test
    void feedsAreListedAndFound() throws Exception {
        JsonNode all = JSON.readTree(get("/feeds").body());
        assertThat(all.findValuesAsText("id"))
                .containsExactlyInAnyOrder(
                        "latest", "source/example.org", "language/en", "entity/Q7184", "entity/Q17", "story/" + id(1));
        assertThat(JSON.readTree(get("/feeds?q=nato&family=entity").body()).findValuesAsText("title"))
                .containsExactly("NATO");
        assertThat(JSON.readTree(get("/feeds?limit=1").body())).hasSize(1);
        assertThat(JSON.readTree(get("/feeds?limit=-7").body())).hasSize(1);
        assertThat(get("/feeds", "Accept", "text/html").body()).contains("<h1>Feeds</h1>");
    }

    @Test
    void articleIsShownWithItsEntitiesAndReasons() throws Exception {
        assertThat(get("/articles/" + id(1)).body())
                .contains("<h1 dir=\"auto\">NATO meets, part 1</h1>", "Same story · 75 % sure", "NATO meets, part 2")
                .contains("Both name <a href=\"/wire/feeds/entity/Q7184\">NATO</a>. Both use the words <q>summit</q>.")
                .doesNotContain(id(3));
        JsonNode json = JSON.readTree(get("/v1/articles/" + id(1)).body());
        assertThat(json.path("title").asText()).isEqualTo("NATO meets, part 1");
        assertThat(json.path("entities")).hasSize(2);
        assertThat(json.path("story_size").asInt()).isEqualTo(2);
        assertThat(json.path("feeds")).hasSize(6);
    }

    @Test
    void whatIsNotThereIsSaidPlainly() throws Exception {
        for (String path : List.of(
                "/nothing",
                "/articles/none",
                "/v1/articles/none",
                "/feeds/none",
                "/feeds/.json",
                "/feeds/%3Cscript%3E.json",
                "/articles/",
                "/assets/other.css")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void whileTheStoresAreAwayReadersAreAskedToComeBack() throws Exception {
        reader.failWith(new StoreNotReadyException(new IllegalStateException("rebalancing")));
        for (String path : List.of("/", "/feeds", "/feeds/latest.json", "/articles/" + id(1))) {
            HttpResponse<String> response = get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(response.body()).doesNotContain("Exception", "rebalancing");
        }
    }

    @Test
    void failureShowsNoStackTrace() throws Exception {
        reader.failWith(new IllegalStateException("secret"));
        HttpResponse<String> response = get("/");
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).doesNotContain("secret", "Exception", "at dev.newswire");
    }

    @Test
    void nothingCanBeChanged() throws Exception {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(http.uri().resolve("/feeds/latest.json")).DELETE(), BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS");
    }

    @Test
    void headTellsTheLengthWithoutTheBody() throws Exception {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(http.uri().resolve("/feeds/latest.json"))
                        .method("HEAD", HttpRequest.BodyPublishers.noBody()),
                BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValueAsLong("Content-Length").orElse(0))
                .isEqualTo(get("/feeds/latest.json").body().length());
    }

    @Test
    void everyAnswerForbidsScriptsThatAreNotTheSites() throws Exception {
        for (String path : List.of("/", "/feeds", "/nothing", "/assets/style.css", "/feeds/latest.json")) {
            assertThat(get(path).headers().firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .contains("default-src 'none'", "script-src 'self';", "style-src 'self';")
                            .doesNotContain("unsafe"));
        }
    }

    @Test
    void searchShowsFeedsAndWhatIsStillThereOfTheArticlesFound() throws Exception {
        String page = get("/search?q=NATO").body();
        assertThat(page)
                .contains("href=\"/wire/feeds/entity/Q7184\">NATO</a>", "<mark>NATO</mark> meets, part 2")
                .contains("value=\"NATO\"")
                .doesNotContain(id(3), "/feeds/story/");
        assertThat(get("/search").body()).contains("Type words of a title");
        assertThat(get("/search?q=" + "x".repeat(5_000)).body()).doesNotContain("x".repeat(201));
    }

    @Test
    void aPageTellsTheScriptWhatItChangesWith() throws Exception {
        assertThat(get("/").body()).contains("data-live=\"/wire/feeds/latest.events\"");
        assertThat(get("/articles/" + id(1)).body()).contains("data-live=\"/wire/feeds/source/example.org.events\"");
        assertThat(get("/assets/page.js").headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/javascript"));
    }

    @Test
    void theFirstPageIsSmallHoweverMuchThereIs() throws Exception {
        for (int i = 10; i < 300; i++) {
            reader.publish(
                    article(i)
                            .setBody("NATO said much and more of it. ".repeat(100))
                            .build(),
                    null);
        }
        assertThat(get("/").body().length()).isLessThan(50_000);
    }

    @Test
    void pagesKeepThePathOfTheirPublicAddress() throws Exception {
        assertThat(get("/").body())
                .contains("href=\"/wire/articles/" + id(2), "href=\"/wire/assets/style.css?v=")
                .doesNotContain("href=\"/articles");
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        return http.get(path, headers);
    }
}
