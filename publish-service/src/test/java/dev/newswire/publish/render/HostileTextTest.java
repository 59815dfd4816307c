package dev.newswire.publish.render;

import static dev.newswire.publish.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newswire.publish.FakeReader;
import dev.newswire.publish.HostileTexts;
import dev.newswire.publish.Samples;
import dev.newswire.publish.feed.HistoryKeeper;
import dev.newswire.publish.read.ArticleView;
import dev.newswire.publish.read.FeedInfo;
import dev.newswire.publish.read.FeedPart;
import dev.newswire.schema.FeedEntry;
import java.io.StringReader;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Whatever an article brings in any of its texts stays text in every format. */
class HostileTextTest {
    private static final Links LINKS = new Links(URI.create("http://localhost:8080"));
    private static final Pattern SAFE_ELEMENT = Pattern.compile(
            "feed|entry|id|title|updated|published|author|name|link|category|summary|rss|channel|description"
                    + "|lastBuildDate|generator|item|guid|pubDate|dc:creator|atom:link|source");

    static Stream<String> hostile() {
        return HostileTexts.known();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void staysText(String hostile) throws Exception {
        check(hostile);
    }

    @Test
    void randomTextStaysText() throws Exception {
        long seed = System.nanoTime();
        for (String text : HostileTexts.random(seed, 200).toList()) {
            try {
                check(text);
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ", text " + text, e);
            }
        }
    }

    private static void check(String hostile) throws Exception {
        FakeReader reader = new FakeReader();
        reader.publish(HostileTexts.article(hostile), HostileTexts.links(hostile));
        FeedInfo feed = new FeedInfo(hostile, hostile, 1, Samples.NOON, 1);
        List<FeedEntry> entries = reader.entries("latest", 10);
        ArticleView view = reader.article(id(1)).orElseThrow();

        FeedPart part = FeedPart.whole(feed, entries);
        checkJson(new JsonFeed(LINKS).write(part), hostile);
        new ObjectMapper().readTree(new ArticleJson(LINKS).write(view, List.of(HistoryKeeper.version(view.article()))));
        new ObjectMapper().readTree(new FeedListJson(LINKS).write(List.of(feed)));
        checkXml(new AtomFeed(LINKS, List.of()).write(part));
        checkXml(new RssFeed(LINKS, List.of()).write(part));
        JsonNode ninjs = new ObjectMapper().readTree(new NinjsFeed(LINKS).write(part));
        assertThat(ninjs.at("/associations/0/headlines/0/value").asText()).isEqualTo(hostile);
        checkEvent(new EventText(LINKS).entry("0-1", entries.get(0)), hostile);
    }

    /** Every element is one that we wrote. */
    private static void checkXml(String document) throws Exception {
        NodeList all = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(document)))
                .getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            assertThat(all.item(i).getNodeName()).matches(SAFE_ELEMENT);
        }
    }

    /** An event is four lines, whatever line ends an article brings. */
    private static void checkEvent(String event, String hostile) throws Exception {
        assertThat(event.split("[\\n\\r]", -1)).hasSize(5);
        String data = event.substring(event.indexOf("data: ") + "data: ".length());
        assertThat(new ObjectMapper().readTree(data).path("title").asText()).isEqualTo(hostile);
    }

    private static void checkJson(String json, String hostile) throws Exception {
        JsonNode item = new ObjectMapper().readTree(json).path("items").path(0);
        assertThat(item.path("title").asText()).isEqualTo(hostile);
        assertThat(item.has("external_url")).isFalse();
    }
}
