package dev.newswire.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedItemTest {

    private static final String LONG = "The lock keeper counts the boats that pass on a Sunday. ".repeat(20);

    @ParameterizedTest
    @ValueSource(
            strings = {"…", " [...]", " [&amp;#8230;]", " Read more", " &lt;a href='/1'>Continue reading Lock&lt;/a> →"
            })
    void textThatEndsCutShortIsATeaser(String end) throws FeedException {
        assertThat(Feeds.rssItem("<content:encoded>" + LONG + end + "</content:encoded>")
                        .isTeaser())
                .isTrue();
    }

    @Test
    void onlyAShortSummaryIsATeaserToo() throws FeedException {
        assertThat(Feeds.rssItem("<title>x</title>").isTeaser()).isTrue();
        assertThat(Feeds.rssItem("<description>The lock is open.</description>").isTeaser())
                .isTrue();
        assertThat(Feeds.rssItem("<description>" + LONG + "</description>").isTeaser())
                .isFalse();
        assertThat(Feeds.rssItem("<content:encoded>The lock is open.</content:encoded>")
                        .isTeaser())
                .isFalse();
    }

    @Test
    void feedIsATeaserIfHalfOfItIs() throws FeedException {
        String teaser = "<item><description>Short…</description></item>";
        String text = "<item><description>" + LONG + "</description></item>";
        assertThat(Feeds.parse("<rss><channel>" + teaser + text + "</channel></rss>")
                        .isTeaser())
                .isTrue();
        assertThat(Feeds.parse("<rss><channel>" + teaser + text + text + "</channel></rss>")
                        .isTeaser())
                .isFalse();
        assertThat(Feeds.parse("<rss><channel/></rss>").isTeaser()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>Sponsored: a better boat</title>",
                "<title>[Ad] A better boat</title>",
                "<title>Anzeige: Ein Boot</title>",
                "<title>A better boat</title><category>Sponsored Content</category>"
            })
    void itemThatSaysSoIsAnAdvertisement(String item) throws FeedException {
        assertThat(Feeds.rssItem(item).isAdvertisement()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>Sponsored race ends early</title>",
                "<title>Advertisement rules tightened</title><category>Advertising</category>",
                "<title>Ad: what the word means</title>",
                "<category>Boats</category>"
            })
    void articleAboutAdvertisingIsNews(String item) throws FeedException {
        assertThat(Feeds.rssItem(item).isAdvertisement()).isFalse();
    }

    @Test
    void categoriesAreNamedOnce() throws FeedException {
        assertThat(Feeds.rssItem("<category>Boats</category><category> Boats </category><dc:subject>Locks</dc:subject>")
                        .categories())
                .containsExactly("Boats", "Locks");
        assertThat(Feeds.atomEntry("<category term='b' label='Boats'/><category term='l'/>")
                        .categories())
                .containsExactly("Boats", "l");
    }

    @Test
    void brokenTailOfJsonLeavesTheItemsBefore() throws FeedException {
        ParsedFeed feed = Feeds.parse("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"River\","
                + "\"items\":[{\"id\":\"1\",\"title\":\"One\"},{\"id\":\"2\",\"tit");
        assertThat(feed.items()).extracting(FeedItem::id).containsExactly("1");
        assertThat(feed.repairs()).hasSize(1);
    }
}
