package dev.newswire.publish.page;

import static dev.newswire.publish.Samples.article;
import static dev.newswire.publish.Samples.entity;
import static dev.newswire.publish.Samples.id;
import static dev.newswire.publish.Samples.related;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.publish.FakeReader;
import dev.newswire.publish.read.ArticleView;
import dev.newswire.publish.render.Links;
import dev.newswire.schema.EntityType;
import dev.newswire.schema.Link;
import dev.newswire.schema.LinkKind;
import dev.newswire.schema.LinkReason;
import dev.newswire.schema.ReasonKind;
import dev.newswire.schema.RelatedArticles;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PagesTest {
    private static final Layout LAYOUT = new Layout(new Links(URI.create("http://localhost")));

    private final FakeReader reader = new FakeReader();

    @Test
    void whatIsInTheNewsStandsInTheOrderOfItsNumbers() {
        for (int i = 1; i <= 3; i++) {
            reader.publish(
                    article(i)
                            .setEntities(List.of(
                                            entity("Q1", "Seldom but weighty", EntityType.PERSON, i == 1 ? 1 : 0),
                                            entity("Q2", "Often", EntityType.PERSON, 0.1f))
                                    .subList(i == 1 ? 0 : 1, 2))
                            .build(),
                    null);
        }
        String page = new LatestPage(LAYOUT).write(reader.entries("latest", 10));
        String topics = page.substring(page.indexOf("In the news"));
        assertThat(topics.indexOf("Often")).isLessThan(topics.indexOf("Seldom but weighty"));
    }

    @Test
    void aCopyIsNamedByItsSourceUnderTheStory() {
        reader.publish(article(1).setSource("first.example").build(), copies(1, 2));
        reader.publish(article(2).setSource("second.example").build(), copies(2, 1));
        String page = new LatestPage(LAYOUT).write(reader.entries("latest", 10));
        assertThat(page)
                .contains("The same text at <a href=\"/articles/" + id(1) + "\">first.example</a>")
                .contains("The story in 2 articles");
    }

    @Test
    void aStoryShowsEachVersionOnceWithItsCopiesBelow() {
        reader.publish(article(1).setSource("first.example").build(), copies(1, 2));
        reader.publish(article(2).setSource("second.example").build(), copies(2, 1));
        reader.publish(article(3).setSource("third.example").build(), related(3, 1, 3, 1));
        String feedId = "story/" + id(1);
        String page = new FeedPage(LAYOUT).write(reader.feed(feedId).orElseThrow(), reader.entries(feedId, 10));
        assertThat(count(page, "<article class=\"story\"")).isEqualTo(2);
        assertThat(page).contains("Copies of it", "<li id=\"a-" + id(2) + "\">");
        assertThat(count(page, "<circle ")).isEqualTo(3);
    }

    @Test
    void anEntityShowsWhenArticlesCameAndWhatIsNamedTogetherWithIt() {
        reader.publish(article(1).build(), null);
        reader.publish(article(200).build(), null);
        String page = new FeedPage(LAYOUT)
                .write(reader.feed("entity/Q7184").orElseThrow(), reader.entries("entity/Q7184", 10));
        assertThat(page).contains("aria-label=\"Articles by hour\"", ": 1 article</title>");
        String together = page.substring(page.indexOf("Named together"));
        assertThat(together).contains("Japan").doesNotContain(">NATO<");
    }

    @Test
    void reasonsAreSentences() {
        RelatedArticles links = RelatedArticles.newBuilder(related(1, 1, 2, 2))
                .setLinks(List.of(new Link(
                        id(2),
                        LinkKind.DUPLICATE,
                        0.98f,
                        List.of(
                                new LinkReason(ReasonKind.TEXT, "0.93", "93 %"),
                                new LinkReason(ReasonKind.ENTITY, "Q7184", "NATO"),
                                new LinkReason(ReasonKind.ENTITY, "Q17", "Japan"),
                                new LinkReason(ReasonKind.TERM, "frigate", "frigate")))))
                .build();
        reader.publish(article(1).build(), links);
        reader.publish(article(2).build(), null);
        ArticleView view = reader.article(id(1)).orElseThrow();
        String page = new ArticlePage(LAYOUT)
                .write(view, Map.of(id(2), reader.article(id(2)).orElseThrow()));
        assertThat(page.replaceAll("<[^>]*>", ""))
                .contains("Copy · 98 % sure · example.org")
                .contains("93 % of the text is the same. Both name NATO and Japan. Both use the words frigate.");
    }

    private static RelatedArticles copies(int number, int other) {
        return RelatedArticles.newBuilder(related(number, 1, 3, other))
                .setLinks(List.of(new Link(id(other), LinkKind.DUPLICATE, 1f, List.of())))
                .build();
    }

    private static long count(String text, String part) {
        return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
    }
}
