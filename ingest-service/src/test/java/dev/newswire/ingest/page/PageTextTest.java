package dev.newswire.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class PageTextTest {

    private static final String FIRST =
            "The harbour council voted on Tuesday to rebuild the northern pier, which the storm of last winter had damaged.";
    private static final String SECOND =
            "Work is expected to begin in the spring, the mayor said, and will take about eighteen months to complete.";
    private static final String THIRD =
            "Fishing boats will use the southern basin until then, according to a plan that the port published on its site.";

    @Test
    void navigationTeasersCommentsAndFooterAreLeftOut() {
        String text = text("<nav><ul><li><a href='/a'>Home</a><li><a href='/b'>Sport and leisure</a></ul></nav>"
                + "<article><h1>Pier to be rebuilt</h1>" + paragraphs() + "</article>"
                + "<div class='related-posts'><h3>Related</h3><a href='/c'>Storm damages pier in the north</a></div>"
                + "<div id='comments'><p>I never liked that pier anyway, let it sink, is what I say to all of you.</p></div>"
                + "<footer><p>All rights reserved by the publishing house of this paper.</p></footer>");
        assertThat(text.lines()).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void paragraphsMayBeSeparatedByLineBreaksAlone() {
        String text = text("<div class='content'>" + FIRST + "<br><br>" + SECOND + "<br><br>" + THIRD + "</div>");
        assertThat(text.lines()).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void articleMayBeSplitOverSeveralContainers() {
        String text = text("<main><div class='chunk'><p>" + FIRST + "</p></div>" + "<div class='chunk'><p>" + SECOND
                + "</p></div><div class='chunk'><p>" + THIRD + "</p></div></main>");
        assertThat(text.lines()).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void titleThatTheTextRepeatsIsLeftOut() {
        assertThat(text("<article><h1>Pier to be rebuilt</h1>" + paragraphs() + "</article>"))
                .doesNotContain("Pier to be rebuilt");
    }

    @Test
    void boxThatAsksToSignUpIsLeftOutAndAnArticleInAFormIsNot() {
        String box = "<div class='newsletter-signup'><h3>The briefing</h3><p>Five stories before breakfast.</p>"
                + "<form><input type=email></form></div>";
        assertThat(text("<article>" + paragraphs() + box + "</article>").lines())
                .containsExactly(FIRST, SECOND, THIRD);
        assertThat(text("<form class='offer'><article>" + paragraphs() + "</article></form>")
                        .lines())
                .containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void scriptsAndStylesAreNoText() {
        assertThat(text("<article>" + paragraphs() + "<script>var pier = 1;</script><style>p{}</style></article>"))
                .doesNotContain("var pier", "p{}");
    }

    @Test
    void emptyPageHasNoText() {
        assertThat(text("")).isEmpty();
        assertThat(text("<div></div>")).isEmpty();
    }

    @Test
    void elementsNestedToAnyDepthAreRead() {
        String text = text("<div>".repeat(200_000) + "<p>" + FIRST);
        assertThat(text).contains(FIRST);
    }

    @Test
    void millionsOfAttributesAndUnclosedElementsAreRead() {
        StringBuilder page = new StringBuilder("<p");
        for (int i = 0; i < 200_000; i++) {
            page.append(" a").append(i);
        }
        page.append("><b><i><a href='/x'><span class='byline'>").append("<p>x".repeat(50_000));
        assertThat(text(page.toString())).isNotNull();
    }

    private static String text(String body) {
        return PageText.of(Jsoup.parse("<html><body>" + body + "</body></html>"), "Pier to be rebuilt")
                .text();
    }

    private static String paragraphs() {
        return "<p>" + FIRST + "</p><p>" + SECOND + "</p><p>" + THIRD + "</p>";
    }
}
