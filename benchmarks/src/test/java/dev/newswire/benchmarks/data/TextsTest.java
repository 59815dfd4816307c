package dev.newswire.benchmarks.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void withoutPostsTextsAreGeneratedAndAlwaysTheSame() throws IOException {
        List<String> texts = Texts.of(null);

        assertThat(texts).hasSize(1_000).allMatch(text -> text.length() == Texts.ARTICLE_CHARACTERS);
        assertThat(Texts.of(null)).isEqualTo(texts);
        assertThat(new HashSet<>(texts)).hasSameSizeAs(texts);
    }

    @Test
    void everySlotOfASentenceIsFilled() throws IOException {
        assertThat(Texts.of(null, 500)).noneMatch(text -> text.contains("{") || text.contains("}"));
    }

    @Test
    void wordsAreAsUnevenlyCommonAsInNews() throws IOException {
        String all = String.join(" ", Texts.of(null).subList(0, 100));
        List<String> words = List.of(all.split("\\W+"));

        assertThat(new HashSet<>(words)).hasSizeGreaterThan(3_000);
        assertThat(words.stream().filter("the"::equals).count()).isGreaterThan(words.size() / 50);
    }
}
