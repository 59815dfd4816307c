package dev.newswire.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReferencesTest {

    @Test
    void referencesMayBeIdsUrlsOrThePublishersOwn() {
        String id = ArticleId.ofExternal("other", "9");
        assertThat(References.resolve("echo", List.of("7", "https://Example.com/a/?utm_source=x", id, " 7 ", "")))
                .containsExactly(ArticleId.ofExternal("echo", "7"), ArticleId.ofUrl("https://example.com/a"), id);
    }
}
