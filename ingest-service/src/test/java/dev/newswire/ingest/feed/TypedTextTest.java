package dev.newswire.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedTextTest {

    @Test
    void typeOfAtomDecidesWhatMarkupMeans() throws FeedException {
        assertThat(Feeds.atomEntry("<title>1 &lt;b> 2</title>").title())
                .isEqualTo(new FeedText("1 <b> 2", false, null));
        assertThat(Feeds.atomEntry("<title type='text'>&amp;amp;</title>").title())
                .isEqualTo(new FeedText("&amp;", false, null));
        assertThat(Feeds.atomEntry("<title type='html'>&lt;b>1&lt;/b> &amp;amp; 2</title>")
                        .title())
                .isEqualTo(new FeedText("<b>1</b> &amp; 2", true, null));
        assertThat(Feeds.atomEntry("<title type='xhtml' xml:lang='de'><div xmlns='http://www.w3.org/1999/xhtml'>"
                                + "<em>1</em> &lt; 2</div></title>")
                        .title())
                .isEqualTo(new FeedText("<em>1</em> &lt; 2", true, "de"));
    }

    @Test
    void contentInBase64IsText() throws FeedException {
        FeedItem item = Feeds.atomEntry("<content type='application/octet-stream'>VGhlIGxhbXAgaXMgbGl0Lg==</content>");
        assertThat(Feeds.value(item.content())).isEqualTo("The lamp is lit.");
        assertThat(Feeds.atomEntry("<content type='image/png'>iVBORw0KGgo=</content>")
                        .content())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true|<p>One</p>",
                "true|fish &amp; chips",
                "true|it&#8217;s",
                "true|a<br/>b",
                "true|<unknown>x</unknown>",
                "false|fish & chips",
                "false|1 < 2 and 3 > 2",
                "false|<unknown> only",
                "false|&nosuch; thing",
                "false|plain"
            })
    void textOfRssIsHtmlIfItLooksLikeIt(boolean isHtml, String text) {
        assertThat(TypedText.looksLikeHtml(text)).isEqualTo(isHtml);
    }

    @Test
    void addressesInTextAreResolvedAgainstTheNearestBase() throws FeedException {
        FeedItem item = Feeds.item("<feed xmlns='http://www.w3.org/2005/Atom' xml:base='/news/'><entry>"
                + "<summary type='html' xml:base='2025/'>&lt;a href='lock'>Lock&lt;/a></summary>"
                + "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml' xml:base='/other/'>"
                + "<img src='a.png' alt='A'/></div></content></entry></feed>");
        assertThat(Feeds.value(item.summary())).isEqualTo("<a href=\"https://river.example/news/2025/lock\">Lock</a>");
        assertThat(Feeds.value(item.content())).isEqualTo("<img src=\"https://river.example/other/a.png\" alt=\"A\">");
    }

    @Test
    void controlsOfAnotherEncodingAreTheQuotationMarksThatWereMeant() throws FeedException {
        assertThat(Feeds.value(Feeds.rssItem("<title>&#147;Lit&#148; &#150; again</title>")
                        .title()))
                .isEqualTo("“Lit” – again");
    }
}
