package dev.newswire.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinkMapperTest {

    @Test
    void linkWinsOverPermanentIdentifier() throws FeedException {
        FeedItem item = Feeds.rssItem("<link>https://river.example/1</link><guid>https://river.example/?p=1</guid>");
        assertThat(item.link()).isEqualTo("https://river.example/1");
        assertThat(item.id()).isEqualTo("https://river.example/?p=1");
    }

    @Test
    void permanentIdentifierIsTheLinkWhereThereIsNoOther() throws FeedException {
        assertThat(Feeds.rssItem("<link/><guid>https://river.example/?p=1</guid>")
                        .link())
                .isEqualTo("https://river.example/?p=1");
        assertThat(Feeds.rssItem("<guid isPermaLink='false'>https://river.example/?p=1</guid>")
                        .link())
                .isNull();
        assertThat(Feeds.rssItem("<guid>tag:river.example,2025:1</guid>").link())
                .isNull();
    }

    @Test
    void itemWithoutIdentifierIsKnownByItsLink() throws FeedException {
        FeedItem item = Feeds.rssItem("<link>/1</link>");
        assertThat(item.id()).isNull();
        assertThat(item.identity()).isEqualTo("https://river.example/1");
    }

    @Test
    void pageInHtmlIsPreferredToOtherForms() throws FeedException {
        FeedItem item = Feeds.atomEntry("<link rel='self' href='/self'/><link rel='enclosure' href='/a.mp3'/>"
                + "<link type='application/pdf' href='/pdf'/><link rel='alternate' type='text/html' href='/page'/>"
                + "<link href='/untyped'/>");
        assertThat(item.link()).isEqualTo("https://river.example/page");
        assertThat(Feeds.atomEntry("<link rel='self' href='/self'/>").link()).isNull();
    }

    @Test
    void addressBehindTheCounterIsTheLink() throws FeedException {
        FeedItem item = Feeds.item("<rss xmlns:feedburner='http://rssnamespace.org/feedburner/ext/1.0'><channel><item>"
                + "<link>https://counter.example/~r/1</link><feedburner:origLink>https://river.example/1</feedburner:origLink>"
                + "</item></channel></rss>");
        assertThat(item.link()).isEqualTo("https://river.example/1");
    }

    @Test
    void linkThatWouldRunSomethingIsNone() throws FeedException {
        for (String link : new String[] {"javascript:alert(1)", "JavaScript&#9;:x", "data:text/html,x", "vbscript:x"}) {
            assertThat(Feeds.rssItem("<link>" + link + "</link>").link())
                    .as(link)
                    .isNull();
            assertThat(Feeds.atomEntry("<link href='" + link + "'/>").link())
                    .as(link)
                    .isNull();
        }
    }

    @Test
    void relativeLinkCountsFromTheSiteWhereNothingElseIsKnown() throws FeedException {
        byte[] feed = "<rss><channel><link>https://river.example/a/</link><item><link>b</link></item></channel></rss>"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        ParsedFeed parsed = new FeedParser().parse(new FeedDocument(feed, null, null));
        assertThat(parsed.items().get(0).link()).isEqualTo("https://river.example/a/b");
    }
}
