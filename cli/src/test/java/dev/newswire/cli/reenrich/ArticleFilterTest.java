package dev.newswire.cli.reenrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArticleFilterTest {
    @Test
    void withoutConditionsEveryArticleIsMeant() {
        assertThat(takes(List.of(), List.of())).isTrue();
    }

    @Test
    void sourceAndTimeRestrict() {
        assertThat(takes(List.of("other", "example"), List.of())).isTrue();
        assertThat(takes(List.of("other"), List.of())).isFalse();
        assertThat(ArticleFilter.of(List.of(), Shown.NOON, List.of()).takes(Shown.article()))
                .isTrue();
        assertThat(ArticleFilter.of(List.of(), Shown.NOON.plusMillis(1), List.of())
                        .takes(Shown.article()))
                .isFalse();
    }

    @Test
    void anEntityRestrictsByLinkOrByText() {
        assertThat(takes(List.of(), List.of("nw:lakeport"))).isTrue();
        assertThat(takes(List.of(), List.of("LAKEPORT"))).isTrue();
        assertThat(takes(List.of(), List.of("brackwater dynamics"))).isTrue();
        assertThat(takes(List.of(), List.of("nw:other", "Nowhere"))).isFalse();
    }

    private static boolean takes(List<String> sources, List<String> entities) {
        return ArticleFilter.of(sources, null, entities).takes(Shown.article());
    }
}
