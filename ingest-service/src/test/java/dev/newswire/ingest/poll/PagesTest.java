package dev.newswire.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.schema.RawArticle;
import dev.newswire.schema.SourceState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PagesTest extends WithPolled {

    @Test
    void aTeaserIsCompletedWithItsPageAndKeepsWhatTheFeedSays() {
        server.on("/feed", Samples.teaser("Ferries return", server.url("/a")));
        String page = Samples.page("The page's own title")
                .replace(
                        "<body>",
                        "<body><nav class=breadcrumb>" + "<a href='/'>Harbour</a><a href='/port'>Port</a></nav>");
        server.on("/a", page, "Content-Type", "text/html; charset=utf-8");
        Source source = polled.source(SourceType.FEED, FullText.TEASERS, "/feed");

        polled.poll(source);
        polled.poll(source);

        RawArticle article = polled.outlet.articles().get(0);
        assertThat(article.getTitle()).isEqualTo("Ferries return");
        assertThat(article.getExternalId()).isEqualTo("t1");
        assertThat(article.getAuthors()).containsExactly("Mara Lind");
        assertThat(article.getPublishedAt()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
        assertThat(article.getBody()).contains("the fishermen told the council");
        assertThat(article.getSection()).isEqualTo("Port");
        assertThat(polled.outlet.articles()).hasSize(1);
        assertThat(server.count("/a")).isOne();
    }

    @Test
    void theSwitchDecidesWhosePagesAreFetched() {
        server.on("/feed", Samples.teaser("Ferries return", server.url("/a")));
        polled.poll(polled.source(SourceType.FEED, FullText.NEVER, "/feed"));
        assertThat(server.count("/a")).isZero();

        server.on("/full", Samples.feed("One").replace("https://harbour.example/One", server.url("/a")));
        server.on("/a", Samples.page("One"));
        polled.poll(polled.source(SourceType.FEED, FullText.TEASERS, "/full"));
        assertThat(server.count("/a")).isZero();
        polled.state = null;
        polled.poll(polled.source(SourceType.FEED, FullText.ALWAYS, "/full"));
        assertThat(server.count("/a")).isOne();
    }

    @Test
    void aPageThatFailsLeavesTheTeaserWithAWarningAndIsTriedOnceMore() {
        server.on("/feed", Samples.teaser("Ferries return", server.url("/a"))).status("/a", 500);
        Source source = polled.source(SourceType.FEED, FullText.TEASERS, "/feed");
        polled.poll(source);
        RawArticle teaser = polled.outlet.articles().get(0);
        assertThat(teaser.getBody()).startsWith("The harbour opened again");
        assertThat(teaser.getWarnings()).anyMatch(warning -> warning.contains("status 500"));

        server.on("/a", Samples.page("Ferries return"));
        polled.poll(source);
        assertThat(polled.outlet.articles().get(1).getBody()).contains("the fishermen told the council");
        polled.poll(source);
        assertThat(polled.outlet.articles()).hasSize(2);
    }

    @Test
    void aPageThatKeepsFailingIsGivenUp() {
        server.on("/feed", Samples.teaser("Ferries return", server.url("/a"))).status("/a", 500);
        Source source = polled.source(SourceType.FEED, FullText.TEASERS, "/feed");
        for (int i = 0; i < 5; i++) {
            polled.poll(source);
        }
        assertThat(server.count("/a")).isEqualTo(2);
    }

    @Test
    void aPageThatRobotsForbidLeavesTheTeaser() {
        server.on("/robots.txt", "User-agent: *\nDisallow: /a");
        server.on("/feed", Samples.teaser("Ferries return", server.url("/a")));
        polled.poll(polled.source(SourceType.FEED, FullText.TEASERS, "/feed"));

        assertThat(server.count("/a")).isZero();
        assertThat(polled.outlet.articles().get(0).getWarnings()).anyMatch(warning -> warning.contains("robots.txt"));
    }

    @Test
    void moreItemsThanPagesPerPollAreDealtWithByTheNext() {
        String[] titles = new String[25];
        StringBuilder feed = new StringBuilder(Samples.feed(""));
        for (int i = 0; i < titles.length; i++) {
            titles[i] = "Story " + i;
            server.on("/Story-" + i, Samples.page(titles[i]));
        }
        feed.setLength(0);
        feed.append(Samples.feed(titles).replace("https://harbour.example/Story", server.url("/Story")));
        server.on("/feed", feed.toString(), "ETag", "\"1\"");
        Source source = polled.source(SourceType.FEED, FullText.ALWAYS, "/feed");

        polled.poll(source);
        assertThat(polled.outlet.articles()).hasSize(10);
        assertThat(polled.pause()).isEqualTo(source.minimumInterval());
        polled.poll(source);
        polled.poll(source);
        polled.poll(source);

        assertThat(polled.outlet.titles()).containsExactlyInAnyOrder(titles);
    }

    @Test
    void aSitemapOfNewsIsReadWithItsTitlesAndDates() {
        server.on(
                "/sitemap.xml",
                "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
                        + " xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">"
                        + entry("/old", "2026-02-01T10:00:00Z", "")
                        + entry(
                                "/new",
                                "2026-03-01T11:00:00Z",
                                "<news:news><news:publication><news:name>H</news:name>"
                                        + "<news:language>en</news:language></news:publication>"
                                        + "<news:publication_date>2026-03-01T09:00:00Z</news:publication_date>"
                                        + "<news:title>As the sitemap has it</news:title></news:news>")
                        + "</urlset>");
        server.on("/new", Samples.page("As the page has it")).on("/old", Samples.page("Old"));
        Source source = polled.source(SourceType.SITEMAP, FullText.NEVER, "/sitemap.xml");

        polled.poll(source);
        polled.poll(source);

        assertThat(polled.outlet.titles()).containsExactly("As the sitemap has it");
        assertThat(polled.outlet.articles().get(0).getPublishedAt()).isEqualTo(Instant.parse("2026-03-01T09:00:00Z"));
        assertThat(server.count("/old")).isZero();
        assertThat(server.count("/new")).isOne();
    }

    @Test
    void anIndexIsFollowedToItsNewestParts() {
        server.on(
                "/index.xml",
                "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
                        + part("/march.xml", "2026-03-01T11:00:00Z") + part("/january.xml", "2026-01-31T11:00:00Z")
                        + "</sitemapindex>");
        server.on("/march.xml", sitemap(entry("/one", "2026-03-01T10:00:00Z", "")));
        server.on("/one", Samples.page("One")).on("/two", Samples.page("Two"));
        Source source = polled.source(SourceType.AUTO, FullText.NEVER, "/index.xml");

        SourceState first = polled.poll(source);
        server.on(
                "/march.xml",
                sitemap(entry("/one", "2026-03-01T10:00:00Z", "") + entry("/two", "2026-03-01T12:00:00Z", "")));
        polled.poll(source);

        assertThat(first.getLastError()).isNull();
        assertThat(polled.outlet.titles()).containsExactly("One", "Two");
        assertThat(server.count("/january.xml")).isZero();
        assertThat(server.count("/one")).isOne();
    }

    @Test
    void pagesWithoutAnArticleAreDeadLettersOnceAndMissingOnesAreForgotten() {
        server.on(
                "/sitemap.xml",
                sitemap(entry("/list", "2026-03-01T10:00:00Z", "") + entry("/missing", "2026-03-01T10:00:00Z", "")));
        server.on("/list", "<html><head><title>List</title></head><body><p>Nothing.</p></body></html>");
        Source source = polled.source(SourceType.SITEMAP, FullText.NEVER, "/sitemap.xml");
        polled.poll(source);
        polled.time.pass(Duration.ofDays(1));
        polled.poll(source);

        assertThat(polled.outlet.refusals()).hasSize(1);
        assertThat(server.count("/missing")).isOne();
    }

    @Test
    void aPageThatIsItselfASourceIsReadForItsArticle() {
        server.on("/page", Samples.page("Standing page"), "Content-Type", "text/html; charset=utf-8");
        polled.poll(polled.source(SourceType.PAGE, FullText.NEVER, "/page"));
        polled.poll(polled.source(SourceType.AUTO, FullText.NEVER, "/page"));

        assertThat(polled.outlet.titles()).containsExactly("Standing page");
    }

    @Test
    void aSitemapIsNotMistakenForAFeed() {
        server.on("/sitemap.xml", sitemap(entry("/one", "2026-03-01T10:00:00Z", "")));
        polled.poll(polled.source(SourceType.FEED, FullText.NEVER, "/sitemap.xml"));

        assertThat(polled.outlet.refusals()).allMatch(reason -> reason.contains("set its type to sitemap"));
    }

    private static String sitemap(String entries) {
        return "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">" + entries + "</urlset>";
    }

    private String entry(String path, String modified, String more) {
        return "<url><loc>" + server.url(path) + "</loc><lastmod>" + modified + "</lastmod>" + more + "</url>";
    }

    private String part(String path, String modified) {
        return "<sitemap><loc>" + server.url(path) + "</loc><lastmod>" + modified + "</lastmod></sitemap>";
    }
}
