package dev.newswire.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageMetadataTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"Ann Lee\"}}</script>",
                "<meta name=author content='Ann Lee'>",
                "<meta property='article:author' content='https://social.example/annlee'><p>By Ann Lee</p>",
                "<meta name='twitter:label1' content='Written by'><meta name='twitter:data1' content='Ann Lee'>",
                "<span itemprop=author itemscope><span itemprop=name>Ann Lee</span></span>",
                "<a rel=author href='/x'>Ann Lee</a>",
                "<div class='post-author'>By <b>Ann Lee</b> on 3 March 2025</div>",
                "<p>Written by <a href='/authors/ann-lee'>Ann Lee</a> | Senior reporter</p>",
                "<div><span>By</span><span>Ann Lee</span></div>",
                "<p>Von Ann Lee</p>",
            })
    void authorIsFoundWhereverThePageNamesOne(String sign) {
        assertThat(metadata(sign).authors()).containsExactly("Ann Lee");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>By the time the storm had passed, nothing was left.</p>",
                "<div class=author>About the author</div>",
                "<div class=author-share>Follow us</div>",
                "<p>By 2030 all piers will be rebuilt</p>",
            })
    void whatOnlyLooksLikeABylineNamesNobody(String sign) {
        assertThat(metadata(sign).authors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script type='application/ld+json'>{\"@type\":\"Article\",\"datePublished\":\"2025-03-03\"}</script>",
                "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebPage\",\"datePublished\":\"2025-03-03\"}]}</script>",
                "<meta property='article:published_time' content='2025-03-03'>",
                "<meta name='published-date' content='2025-03-03'>",
                "<time datetime='2025-03-03'>yesterday</time>",
                "<p>Published on 2025-03-03 by Ann Lee</p>",
                "<p>Last updated: 2025-03-01</p><p>Posted: 2025-03-03</p>",
                "<meta name='publish-date' content='soon'><div class='entry-date'>2025-03-03</div>",
            })
    void dateIsFoundWhereverThePageTellsOne(String sign) {
        assertThat(metadata(sign).publishedAt()).isEqualTo("2025-03-03");
    }

    @Test
    void headingIsTheTitleUnlessItIsAboutSomethingElse() {
        assertThat(title("Pier to be rebuilt", "Pier to be rebuilt | The Harbour"))
                .isEqualTo("Pier to be rebuilt");
        assertThat(title("Pier to be rebuilt", "The Harbour: Pier to be rebuilt"))
                .isEqualTo("Pier to be rebuilt");
        assertThat(title("A message from our founder", "Pier to be rebuilt")).isEqualTo("Pier to be rebuilt");
        assertThat(title("Pier to be rebuilt by spring", "Northern pier to be rebuilt"))
                .isEqualTo("Pier to be rebuilt by spring");
        assertThat(title("Blog: Pier to be rebuilt", "Pier to be rebuilt")).isEqualTo("Pier to be rebuilt");
        assertThat(title("What the storm of March left of the harbour", "All about piers"))
                .isEqualTo("What the storm of March left of the harbour");
    }

    @Test
    void headingThatNamesATopicOnlyGivesWayToTheHeadline() {
        assertThat(title("Northern piers", "Northern piers: how to insure them | The Harbour"))
                .isEqualTo("Northern piers: how to insure them");
        assertThat(title("What is a pier?", "What is a pier? Our guide to the harbour of the town"))
                .isEqualTo("What is a pier?");
        assertThat(title("Northern piers", "Northern piers insured")).isEqualTo("Northern piers");
        assertThat(title(
                        "Rebuilding our northern pier at once",
                        "Pier: all about the law and the price of its insurance"))
                .isEqualTo("Rebuilding our northern pier at once");
        assertThat(titleOf("<title>Northern piers: how to insure them</title><h1>Northern piers</h1>"))
                .as("the title element alone")
                .isEqualTo("Northern piers");
        assertThat(title("北の桟橋を春に再建へ、町議会", "北の桟橋を春に再建へ、町議会 全会一致で可決 費用は 町が負担"))
                .as("words that are not written apart")
                .isEqualTo("北の桟橋を春に再建へ、町議会");
    }

    @Test
    void paragraphInTheFormOfAHeadingIsNoTitle() {
        String paragraph =
                "All about the northern pier, who built it, who pays for it and who is to walk on it. ".repeat(3);
        assertThat(title(paragraph, "The northern pier")).isEqualTo("The northern pier");
    }

    @Test
    void headingThatThePreviewRepeatsWinsOverTheNameOfTheSite() {
        assertThat(titleOf("<title>Pier to be rebuilt - A Harbour Diary</title>"
                        + "<meta property='og:title' content='Pier to be rebuilt'>"
                        + "<h1>A Harbour Diary</h1><h1>Pier to be rebuilt</h1>"))
                .isEqualTo("Pier to be rebuilt");
    }

    @Test
    void firstOfManyHeadingsIsTheTitleWhereItSaysMuchTheSame() {
        String page = "<title>Our favourite walks along the harbour</title>%s<h1>Read next</h1>";
        assertThat(titleOf(page.formatted("<h1>The best walks along the harbour</h1>")))
                .isEqualTo("The best walks along the harbour");
        assertThat(titleOf(page.formatted("<h1>Walks</h1>"))).isEqualTo("Our favourite walks along the harbour");
    }

    @Test
    void yearBeforeTheHeadlineIsNoLabel() {
        assertThat(
                        titleOf(
                                "<script type='application/ld+json'>"
                                        + "{\"@type\":\"Article\",\"headline\":\"Guide to the prices of piers\"}</script>"
                                        + "<title>2025 Guide to prices | The Harbour</title><h1>2025 Guide to the prices of piers</h1>"))
                .isEqualTo("2025 Guide to the prices of piers");
    }

    @Test
    void headlineThatWasCutToALengthIsTakenWhole() {
        String part = "After the storm of March the harbour asks who pays for the northern pier and for the light,";
        assertThat(titleOf("<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"" + part
                        + "\"}</script><title>" + part + " and gets an answer | The Harbour</title>"))
                .isEqualTo(part + " and gets an answer");
    }

    @Test
    void nameOfTheSiteIsCutOffTheHeading() {
        assertThat(titleOf("<meta property='og:site_name' content='The Harbour'>"
                        + "<title>Pier to be rebuilt – The Harbour</title><h1>Pier to be rebuilt – The Harbour</h1>"))
                .isEqualTo("Pier to be rebuilt");
    }

    @Test
    void sectionsBehindBarsAreCutOffTheTitle() {
        assertThat(title("Pier to be rebuilt | Opinion | The Harbour", "Pier to be rebuilt | Opinion | The Harbour"))
                .isEqualTo("Pier to be rebuilt");
        assertThat(title("Harbour | Pier to be rebuilt", "Harbour | Pier to be rebuilt"))
                .isEqualTo("Harbour | Pier to be rebuilt");
        String endless = "pier | ".repeat(50_000) + "word ".repeat(50_000);
        assertThat(SiteName.cutOffBars(endless)).isEqualTo(endless);
    }

    @Test
    void numberThatOnlyTheHeadingLeavesOutBelongsToTheTitle() {
        assertThat(title("Ways to build a pier", "9 Ways to build a pier")).isEqualTo("9 Ways to build a pier");
        assertThat(title("The best piers of the coast", "The best piers of the coast in 2025"))
                .isEqualTo("The best piers of the coast in 2025");
        assertThat(title("The best piers of the coast", "The best piers of the coast by Ann Lee in 2025"))
                .isEqualTo("The best piers of the coast");
    }

    @Test
    void canonicalUrlOfAnotherSiteOrOfTheFrontPageIsNotBelieved() {
        assertThat(url("https://example.com/a")).isEqualTo("https://example.com/a");
        assertThat(url("https://evil.test/a")).isEqualTo("https://www.example.com/b");
        assertThat(url("https://example.com/")).isEqualTo("https://www.example.com/b");
        assertThat(url("javascript:alert(1)")).isEqualTo("https://www.example.com/b");
    }

    private static @Nullable String title(String heading, String element) {
        return titleOf("<title>" + element + "</title><meta property='og:title' content='" + element + "'><h1>"
                + heading + "</h1>");
    }

    private static @Nullable String titleOf(String page) {
        return PageMetadata.of(Jsoup.parse(page), null).title();
    }

    private static @Nullable String url(String canonical) {
        return PageMetadata.of(
                        Jsoup.parse("<link rel=canonical href='" + canonical + "'>", "https://www.example.com/b"),
                        "https://www.example.com/b")
                .url();
    }

    private static PageMetadata metadata(String sign) {
        return PageMetadata.of(Jsoup.parse("<title>Pier</title><h1>Pier to be rebuilt</h1>" + sign), null);
    }
}
