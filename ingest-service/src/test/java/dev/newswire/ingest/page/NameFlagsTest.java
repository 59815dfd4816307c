package dev.newswire.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFlagsTest {

    @ParameterizedTest
    @CsvSource({
        "comment-list, 1",
        "postComments, 1",
        "RelatedPosts__item, 2",
        "c-byline, 16",
        "RECOMMENDATIONS-box, 2",
        "navigator, 0",
        "recommendationsrecommendations, 0",
        "header2, 8192",
        "'', 0",
        "x y z, 0",
    })
    void wordsOfANameAreRecognised(String name, int flag) {
        assertThat(NameFlags.of(name) & flag).isEqualTo(flag);
        assertThat(flag == 0 ? NameFlags.of(name) : 0).isZero();
    }
}
