package dev.newswire.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewsSectionTest {

    private static final String URL = "https://harbour.example/port/pier";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script type='application/ld+json'>{'@type':'NewsArticle','articleSection':'Sea &amp; Shore'}</script>",
                "<script type='application/ld+json'>{'@type':'Article','articleSection':[' ','Sea & Shore','Port']}</script>",
                "<script type='application/ld+json'>{'@type':'Article','articleSection':{'name':'Sea & Shore'}}</script>"
                        + "<meta property='article:section' content='Port'>",
                "<meta property='article:section' content='Sea & Shore'>",
                "<meta name='section' content=' Sea &amp;\n Shore '>",
                "<meta itemprop='articleSection' content='Sea & Shore'>",
                "<span itemprop='articleSection'>Sea <b>&amp;</b> Shore</span>",
                "<script type='application/ld+json'>{'@graph':[{'@type':'WebPage'},{'@type':'BreadcrumbList','itemListElement':["
                        + "{'@type':'ListItem','position':1,'name':'Harbour','item':'https://harbour.example'},"
                        + "{'@type':'ListItem','position':2,'item':{'@id':'https://harbour.example/sea','name':'Sea & Shore'}},"
                        + "{'@type':'ListItem','position':3,'name':'The pier','item':'https://harbour.example/port/pier/'},"
                        + "{'@type':'ListItem','position':4,'name':'The same page again'}]}]}</script>",
                "<nav aria-label=Breadcrumb><a href='/'>Harbour</a> <a href='/news'>News</a> <a href='/sea'>Sea & Shore</a> Pier</nav>",
                "<ul class='c-Breadcrumbs'><li><a href='/en'>Home</a><li><a href='/sea'>Sea & Shore</a>"
                        + "<li><a href='?x=1'>Pier to be rebuilt</a></ul>",
            })
    void sectionIsFoundWhereverThePageNamesOne(String sign) {
        assertThat(section(sign.replace('\'', '"'))).isEqualTo("Sea & Shore");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<meta property='article:section' content='Uncategorized'>",
                "<meta property='article:section' content='https://harbour.example/port'>",
                "<meta property='article:tag' content='Port'><meta name=keywords content='Port'>",
                "<nav class=breadcrumb><a href='/'>Harbour</a></nav>",
                "<nav class=breadcrumb><a href='/en/'>Start</a></nav>",
                "<nav class=breadcrumb><a href='/x'>A teaser that is far too long to be the name of any section</a></nav>",
                "<script type='application/ld+json'>{'@type':'BreadcrumbList','itemListElement':'Port'}</script>",
                "<script type='application/ld+json'>{'@type':'Article','articleSection':7}</script>",
            })
    void whatOnlyLooksLikeASectionIsNone(String sign) {
        assertThat(section(sign.replace('\'', '"'))).isNull();
    }

    @Test
    void declaredNameWinsOverBreadcrumbs() {
        String trail = "<nav class=breadcrumb><a href='/sea'>Sea</a></nav>";
        assertThat(section(trail + "<meta property='article:section' content='Port'>"))
                .isEqualTo("Port");
        assertThat(section(trail + "<meta property='article:section' content='Uncategorised'>"))
                .isEqualTo("Sea");
    }

    @Test
    void partOfThePageThatIsCalledBreadcrumbsButHoldsMoreIsNotBelieved() {
        String many = "<a href='/x'>Link</a>".repeat(50);
        assertThat(section("<div class='with-breadcrumbs'>" + many + "</div>")).isNull();
        assertThat(section("<div class='with-breadcrumbs'>" + many
                        + "<ol id=breadcrumb><a href='/sea'>Sea</a></ol></div>"))
                .isEqualTo("Sea");
    }

    @Test
    void endlessNamesAreNone() {
        assertThat(section("<meta property='article:section' content='" + "x &amp; ".repeat(100_000) + "'>"))
                .isNull();
    }

    private static @Nullable String section(String sign) {
        String page = "<title>Pier</title><h1>Pier to be rebuilt</h1>" + sign;
        return PageMetadata.of(Jsoup.parse(page, URL), URL).section();
    }
}
