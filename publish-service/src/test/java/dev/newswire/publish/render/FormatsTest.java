package dev.newswire.publish.render;

import static dev.newswire.publish.Samples.NOON;
import static dev.newswire.publish.Samples.article;
import static dev.newswire.publish.Samples.id;
import static dev.newswire.publish.Samples.related;
import static org.assertj.core.api.Assertions.assertThat;

import com.apptasticsoftware.rssreader.Item;
import com.apptasticsoftware.rssreader.RssReader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.io.SyndFeedInput;
import dev.newswire.publish.FakeReader;
import dev.newswire.publish.read.EntryCursor;
import dev.newswire.publish.read.FeedPart;
import dev.newswire.schema.FeedEntry;
import dev.newswire.schema.internal.Departure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Every format as its standard asks. */
class FormatsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Links LINKS = new Links(URI.create("https://news.example.org/wire"));
    private static final List<String> HUBS = List.of("https://hub.example.org/");

    private final FakeReader reader = new FakeReader();

    @Test
    void jsonFeedIsAsItsStandardDescribesIt() throws Exception {
        JsonNode feed = JSON.readTree(new JsonFeed(LINKS, HUBS).write(part()));
        assertThat(mistakes("jsonfeed-1.1.schema.json", feed)).isEmpty();
        assertThat(feed.path("next_url").asText())
                .startsWith("https://news.example.org/wire/feeds/latest.json?before=")
                .endsWith("&limit=2");
        assertThat(feed.at("/hubs/0/url").asText()).isEqualTo(HUBS.get(0));
        ((com.fasterxml.jackson.databind.node.ObjectNode) feed.path("items").get(0)).remove("content_text");
        assertThat(mistakes("jsonfeed-1.1.schema.json", feed)).isNotEmpty();
    }

    @Test
    void ninjsIsAsItsStandardDescribesIt() throws Exception {
        JsonNode feed = JSON.readTree(new NinjsFeed(LINKS).write(part()));
        assertThat(mistakes("ninjs-3.0.schema.json", feed)).isEmpty();
        assertThat(feed.path("type").asText()).isEqualTo("composite");
        assertThat(feed.path("associations")).hasSize(2);
        JsonNode item = feed.path("associations").get(0);
        assertThat(item.at("/headlines/0/value").asText()).isEqualTo("NATO meets, part 3");
        assertThat(item.at("/organisations/0/literal").asText()).isEqualTo("Q7184");
        assertThat(item.at("/places/0/name").asText()).isEqualTo("Japan");
        ((com.fasterxml.jackson.databind.node.ObjectNode) item).put("headline", "no property of it");
        assertThat(mistakes("ninjs-3.0.schema.json", feed)).isNotEmpty();
    }

    @Test
    void atomIsReadByAReader() throws Exception {
        SyndFeed feed = new SyndFeedInput().build(new StringReader(new AtomFeed(LINKS, HUBS).write(part())));
        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        assertThat(feed.getEntries())
                .extracting(SyndEntry::getTitle)
                .containsExactly("NATO meets, part 3", "NATO meets, part 2");
        assertThat(feed.getLinks()).extracting(SyndLink::getRel).contains("self", "first", "next", "hub");
        SyndEntry entry = feed.getEntries().get(0);
        assertThat(entry.getUri()).isEqualTo("https://news.example.org/wire/articles/" + id(3));
        assertThat(entry.getAuthors()).extracting(author -> author.getName()).containsExactly("A. Writer");
        assertThat(entry.getPublishedDate()).isEqualTo(Date.from(NOON.plusSeconds(150)));
    }

    @Test
    void atomTellsOfEntriesThatLeft() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(new AtomFeed(LINKS, HUBS).write(part()))));
        Element deleted =
                (Element) document.getElementsByTagNameNS("http://purl.org/atompub/tombstones/1.0", "deleted-entry")
                        .item(0);
        assertThat(deleted.getAttribute("ref")).isEqualTo("https://news.example.org/wire/articles/" + id(9));
        assertThat(deleted.getAttribute("when")).isEqualTo("2026-03-01T12:00:00Z");
    }

    @Test
    void rssIsReadByAReader() throws Exception {
        SyndFeed feed = new SyndFeedInput().build(new StringReader(new RssFeed(LINKS, HUBS).write(part())));
        assertThat(feed.getFeedType()).isEqualTo("rss_2.0");
        assertThat(feed.getTitle()).isEqualTo("Latest");
        SyndEntry entry = feed.getEntries().get(0);
        assertThat(entry.getTitle()).isEqualTo("NATO meets, part 3");
        assertThat(entry.getLink()).isEqualTo("https://news.example.org/wire/articles/" + id(3));
        assertThat(entry.getUri()).isEqualTo(entry.getLink());
        assertThat(entry.getPublishedDate()).isEqualTo(Date.from(NOON.plusSeconds(150)));
        assertThat(entry.getAuthor()).isEqualTo("A. Writer");
        assertThat(entry.getCategories())
                .extracting(category -> category.getName())
                .containsExactly("NATO", "Japan");
        assertThat(entry.getDescription().getValue()).startsWith("NATO met in Japan.");
    }

    /** A library that reads both by pulling events, where ROME builds a tree. */
    @Test
    void atomAndRssReadTheSameInAnotherReader() {
        FeedPart part = part();
        Item ofAtom = readsAsPartThree(new AtomFeed(LINKS, HUBS).write(part));
        Item ofRss = readsAsPartThree(new RssFeed(LINKS, HUBS).write(part));

        // Of several links in Atom it takes the last, which leads to the source, and of categories their terms.
        assertThat(ofAtom.getLink()).hasValue("https://example.org/news/3");
        assertThat(ofAtom.getCategories()).containsExactly("Q7184", "Q17");
        assertThat(ofRss.getLink()).isEqualTo(ofRss.getGuid());
        assertThat(ofRss.getCategories()).containsExactly("NATO", "Japan");
    }

    private static Item readsAsPartThree(String text) {
        List<Item> items = new RssReader()
                .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .toList();
        assertThat(items).hasSize(2);
        Item item = items.get(0);
        assertThat(item.getChannel().getTitle()).isEqualTo("Latest");
        assertThat(item.getTitle()).hasValue("NATO meets, part 3");
        assertThat(item.getGuid()).hasValue("https://news.example.org/wire/articles/" + id(3));
        assertThat(item.getPubDateAsZonedDateTime())
                .map(ZonedDateTime::toInstant)
                .hasValue(NOON.plusSeconds(150));
        assertThat(item.getAuthor()).hasValue("A. Writer");
        assertThat(item.getDescription())
                .hasValueSatisfying(summary -> assertThat(summary).startsWith("NATO met in Japan."));
        return item;
    }

    private FeedPart part() {
        for (int number = 1; number <= 3; number++) {
            reader.publish(article(number).build(), related(number, 1, 3, 1 + number % 3));
        }
        List<FeedEntry> entries = reader.entries("latest", 2);
        return new FeedPart(
                reader.feed("latest").orElseThrow(),
                entries,
                null,
                EntryCursor.of(entries.get(1)),
                2,
                List.of(new Departure(id(9), NOON)));
    }

    private static List<Error> mistakes(String schema, JsonNode document) throws IOException {
        try (InputStream in = Objects.requireNonNull(FormatsTest.class.getResourceAsStream(schema))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(JSON.readTree(in))
                    .validate(
                            document,
                            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        }
    }
}
