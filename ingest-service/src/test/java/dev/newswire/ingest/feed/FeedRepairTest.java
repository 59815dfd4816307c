package dev.newswire.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.ingest.feed.FeedException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedRepairTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Salt & pepper|Salt & pepper",
                "caf&eacute; &hellip;|café …",
                "A &nosuch; name|A &nosuch; name",
                "One &#0;two|One two",
                "&#99999999; is none|is none",
                "1 < 2|1 < 2",
                "<b>Bold|Bold",
                "</b>Not bold|Not bold"
            })
    void brokenTitleIsMended(String title, String expected) throws FeedException {
        ParsedFeed feed = Feeds.parse("<rss><channel><item><title>" + title + "</title></item></channel></rss>");
        FeedText text = feed.items().get(0).title();
        assertThat(text == null ? null : text.line()).isEqualTo(expected);
        assertThat(feed.repairs()).hasSize(1);
    }

    @Test
    void feedThatEndsTooEarlyHasTheItemsUpToThere() throws FeedException {
        String feed = "<rss><channel><item><title>One</title></item><item><title>Two</title></item><item><tit";
        assertThat(Feeds.parse(feed).items())
                .extracting(item -> Feeds.value(item.title()))
                .startsWith("One", "Two");
    }

    @Test
    void messageBeforeTheFeedIsPassedOver() throws FeedException {
        ParsedFeed feed = Feeds.parse("<br />\n<b>Warning</b>: something in line 3\n<?xml version='1.0'?>"
                + "<rss><channel><title>River</title></channel></rss>");
        assertThat(Feeds.value(feed.title())).isEqualTo("River");
        assertThat(feed.repairs()).hasSize(1);
    }

    @Test
    void prefixWithoutDeclarationMeansWhatItDoesByCustom() throws FeedException {
        ParsedFeed feed = Feeds.parse("<rss><channel><item><dc:title>River</dc:title></item></channel></rss>");
        assertThat(Feeds.value(feed.items().get(0).title())).isEqualTo("River");
        assertThat(feed.repairs()).containsExactly("the feed uses prefixes that it does not declare: dc");
    }

    @Test
    void documentTypeOfNetscapeIsNoFault() throws FeedException {
        ParsedFeed feed =
                Feeds.parse("<?xml version='1.0'?><!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN'"
                        + " 'http://my.netscape.com/publish/formats/rss-0.91.dtd'><rss version='0.91'><channel>"
                        + "<title>Caf&eacute;</title></channel></rss>");
        assertThat(Feeds.value(feed.title())).isEqualTo("Café");
        assertThat(feed.repairs()).isEmpty();
    }

    @Test
    void entityThatStandsForAShortTextIsRead() throws FeedException {
        ParsedFeed feed = Feeds.parse("<!DOCTYPE rss [<!ENTITY river \"The &#82;iver\"><!ENTITY % Latin PUBLIC"
                + " \"-//W3C//ENTITIES Latin 1 for XHTML//EN\" \"http://127.0.0.1:1/latin\"> %Latin; ]>"
                + "<rss><channel><title>&river; &amp; shore</title></channel></rss>");
        assertThat(Feeds.value(feed.title())).isEqualTo("The River & shore");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!ENTITY a '&b;'><!ENTITY b 'x'>",
                "<!ENTITY a '<title>x</title>'>",
                "<!ENTITY a SYSTEM 'file:///etc/passwd'>",
                "<!ENTITY % a SYSTEM 'http://127.0.0.1:1/x'>%a;",
                "<!ENTITY % a '<!ENTITY b \"x\">'>%a;",
                "<!ENTITY a",
                "<!ENTITY a '%b;'>"
            })
    void otherEntitiesRefuseTheFeed(String declaration) {
        String feed = "<!DOCTYPE rss [" + declaration + "]><rss><channel><title>&a;</title></channel></rss>";
        assertThat(Feeds.refusal(feed).kind()).isEqualTo(Kind.UNSUPPORTED);
    }

    @Test
    void entitiesCannotMakeAFeedGrowWithoutEnd() throws FeedException {
        String feed = "<!DOCTYPE rss [<!ENTITY a '" + "x".repeat(250) + "'>]><rss><channel><title>"
                + "&a;".repeat(100_000) + "</title></channel></rss>";
        String title = Feeds.value(Feeds.parse(feed).title());
        assertThat(title).isNotNull();
        assertThat(title.length()).isBetween(1_000_000, 2_000_000);
    }
}
