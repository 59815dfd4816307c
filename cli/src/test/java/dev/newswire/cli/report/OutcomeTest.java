package dev.newswire.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.schema.Link;
import dev.newswire.schema.LinkKind;
import dev.newswire.schema.LinkReason;
import dev.newswire.schema.ReasonKind;
import dev.newswire.schema.RelatedArticles;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    private static final RelatedArticles OLDER = declared("A", "B", "names this article as related");
    private static final RelatedArticles NEWER = declared("B", "A", "named by the source");

    @Test
    void aPairIsToldAsItsFirstArticleTellsItWhicheverIsReadFirst() {
        assertThat(outcome(OLDER, NEWER).links())
                .isEqualTo(outcome(NEWER, OLDER).links());
        assertThat(outcome(NEWER, OLDER).links()).singleElement().satisfies(pair -> {
            assertThat(pair.first()).isEqualTo("A");
            assertThat(pair.link()).isEqualTo(OLDER.getLinks().get(0));
        });
    }

    @Test
    void aPairThatOnlyItsSecondArticleTellsIsToldToo() {
        assertThat(outcome(NEWER).links()).singleElement().satisfies(pair -> {
            assertThat(pair.first()).isEqualTo("A");
            assertThat(pair.link()).isEqualTo(NEWER.getLinks().get(0));
        });
    }

    private static Outcome outcome(RelatedArticles... related) {
        return new Outcome(List.of(), List.of(related), List.of());
    }

    private static RelatedArticles declared(String articleId, String other, String label) {
        LinkReason reason = new LinkReason(ReasonKind.DECLARED, "names", label);
        Link link = new Link(other, LinkKind.DECLARED, 1f, List.of(reason));
        return new RelatedArticles(articleId, articleId, 1, List.of(link), "1");
    }
}
