package dev.newswire.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.ingest.feed.FeedException.Kind;
import java.time.DayOfWeek;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FeedParserTest {

    @Test
    void rssFeedSaysWhatItSays() throws FeedException {
        ParsedFeed feed = Feeds.parse("<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom'"
                + " xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'><channel>"
                + "<title>River &amp; Shore</title><link>https://river.example/</link><language>en-GB</language>"
                + "<atom:link rel='self' href='/feeds/all'/><atom:link rel='hub' href='https://hub.example/'/>"
                + "<ttl>45</ttl><sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>"
                + "<skipHours><hour>24</hour><hour>3</hour></skipHours><skipDays><day>Sunday</day></skipDays>"
                + "<item><title>One</title></item><item><title>Two</title></item></channel></rss>");
        assertThat(feed.format()).isEqualTo(FeedFormat.RSS);
        assertThat(feed.version()).isEqualTo("2.0");
        assertThat(feed.title()).isEqualTo(new FeedText("River & Shore", false, null));
        assertThat(feed.language()).isEqualTo("en-GB");
        assertThat(feed.links().site()).isEqualTo("https://river.example/");
        assertThat(feed.links().self()).isEqualTo("https://river.example/feeds/all");
        assertThat(feed.links().hubs()).containsExactly("https://hub.example/");
        assertThat(feed.schedule().timeToLive()).isEqualTo(Duration.ofMinutes(45));
        assertThat(feed.schedule().updateInterval()).isEqualTo(Duration.ofHours(6));
        assertThat(feed.schedule().skipHours()).containsExactlyInAnyOrder(0, 3);
        assertThat(feed.schedule().skipDays()).containsExactly(DayOfWeek.SUNDAY);
        assertThat(feed.items()).extracting(item -> Feeds.value(item.title())).containsExactly("One", "Two");
        assertThat(feed.repairs()).isEmpty();
    }

    @Test
    void newsSitemapNamesItsArticles() throws FeedException {
        ParsedFeed feed = Feeds.parse("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
                + " xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'><url>"
                + "<loc>https://river.example/weir</loc><lastmod>2025-07-30T09:00:00Z</lastmod><news:news>"
                + "<news:publication><news:name>The River</news:name><news:language>en</news:language></news:publication>"
                + "<news:publication_date>2025-07-30</news:publication_date><news:title>Weir opens</news:title>"
                + "</news:news></url></urlset>");
        FeedItem item = feed.items().get(0);
        assertThat(feed.format()).isEqualTo(FeedFormat.SITEMAP);
        assertThat(item.link()).isEqualTo("https://river.example/weir");
        assertThat(Feeds.value(item.title())).isEqualTo("Weir opens");
        assertThat(Feeds.at(item.published())).isEqualTo("2025-07-30T00:00:00Z");
        assertThat(Feeds.at(item.updated())).isEqualTo("2025-07-30T09:00:00Z");
        assertThat(item.publisher()).isEqualTo("The River");
        assertThat(item.language()).isEqualTo("en");
    }

    @Test
    void sitemapIndexNamesItsSitemaps() throws FeedException {
        ParsedFeed feed = Feeds.parse("<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap>"
                + "<loc>https://river.example/a.xml</loc><lastmod>2025-07</lastmod></sitemap></sitemapindex>");
        assertThat(feed.format()).isEqualTo(FeedFormat.SITEMAP_INDEX);
        assertThat(feed.items().get(0).link()).isEqualTo("https://river.example/a.xml");
        assertThat(Feeds.at(feed.items().get(0).updated())).isEqualTo("2025-07-01T00:00:00Z");
    }

    @Test
    void formsThatAreNotReadAreRefusedByName() {
        assertThat(Feeds.refusal("<CHANNEL HREF='https://river.example/'><ITEM/></CHANNEL>"))
                .extracting(FeedException::kind, FeedException::reason)
                .containsExactly(
                        Kind.UNSUPPORTED, "the feed is in the Channel Definition Format (CDF), which is not read");
        assertThat(Feeds.refusal("<html><body>no</body></html>").kind()).isEqualTo(Kind.NO_FEED);
        assertThat(Feeds.refusal(" \n ").kind()).isEqualTo(Kind.EMPTY);
        assertThat(Feeds.refusal("{\"title\": \"An article\"}").kind()).isEqualTo(Kind.NO_FEED);
    }

    @Test
    void itemsBehindTheLimitAreCounted() throws FeedException {
        String feed = "<rss><channel>" + "<item><title>x</title></item>".repeat(7) + "</channel></rss>";
        ParsedFeed parsed = new FeedParser(new FeedLimits(3, 100, 1_000))
                .parse(new FeedDocument(feed.getBytes(java.nio.charset.StandardCharsets.UTF_8), null, null));
        assertThat(parsed.items()).hasSize(3);
        assertThat(parsed.itemsDropped()).isEqualTo(4);
    }
}
