package dev.newswire.publish.render;

import static dev.newswire.publish.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.newswire.publish.FakeReader;
import dev.newswire.publish.HostileTexts;
import dev.newswire.publish.Samples;
import dev.newswire.publish.read.ArticleView;
import dev.newswire.publish.read.FeedInfo;
import dev.newswire.schema.FeedEntry;
import java.io.StringReader;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/** Whatever an article brings in any of its texts stays text in every format. */
class HostileTextTest {
    private static final Links LINKS = new Links(URI.create("http://localhost:8080"));

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

        checkJson(new JsonFeed(LINKS).write(feed, entries), hostile);
        new ObjectMapper().readTree(new ArticleJson(LINKS).write(view));
        new ObjectMapper().readTree(new FeedListJson(LINKS).write(List.of(feed)));
        DocumentBuilderFactory xml = DocumentBuilderFactory.newInstance();
        xml.newDocumentBuilder().parse(new InputSource(new StringReader(new AtomFeed(LINKS).write(feed, entries))));
    }

    private static void checkJson(String json, String hostile) throws Exception {
        JsonNode item = new ObjectMapper().readTree(json).path("items").path(0);
        assertThat(item.path("title").asText()).isEqualTo(hostile);
        assertThat(item.has("external_url")).isFalse();
    }
}
