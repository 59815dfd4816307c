package dev.newswire.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleIdTest {

    private static final Instant DAY = Instant.parse("2025-07-30T10:00:00Z");

    @Test
    void idIsTheBeginningOfAKnownHash() {
        // SHA-256 of "abc" begins ba7816bf8f01cfea414140de5dae2223.
        assertThat(Digest.of("abc").hex(16)).isEqualTo("ba7816bf8f01cfea414140de5dae2223");
        assertThat(Digest.of("abc").base32()).isEqualTo("5TF0BBZ3R1SZN42GA0VSETW8H3");
        assertThat(ArticleId.ofUrl("abc")).isEqualTo("5TF0BBZ3R1SZN42GA0VSETW8H3");
    }

    @Test
    void externalIdComesBeforeUrlAndUrlBeforeTitle() {
        String url = "https://example.com/a";
        assertThat(ArticleId.of("s", "1", url, "T", DAY)).isEqualTo(ArticleId.ofExternal("s", "1"));
        assertThat(ArticleId.of("s", null, url, "T", DAY)).isEqualTo(ArticleId.ofUrl(url));
        assertThat(ArticleId.of("s", null, null, "T", DAY)).isEqualTo(ArticleId.ofTitle("s", "T", DAY));
    }

    @Test
    void sourceAndExternalIdCannotRunIntoEachOther() {
        assertThat(ArticleId.ofExternal("a", "bc")).isNotEqualTo(ArticleId.ofExternal("ab", "c"));
    }

    @Test
    void titleCountsWithoutCaseAndByDay() {
        String id = ArticleId.ofTitle("s", "Title", DAY);
        assertThat(ArticleId.ofTitle("s", "TITLE", DAY.plusSeconds(3_600))).isEqualTo(id);
        assertThat(ArticleId.ofTitle("s", "Title", DAY.plusSeconds(86_400))).isNotEqualTo(id);
        assertThat(ArticleId.ofTitle("s", "Title", null)).isNotEqualTo(id);
        assertThat(ArticleId.ofTitle("t", "Title", DAY)).isNotEqualTo(id);
    }

    @Test
    void idHasTheFormOfAnId() {
        assertThat(ArticleId.isOne(ArticleId.ofExternal("s", "1"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "5TF0BBZ3R1SZN42GA0VSETW8H", "8TF0BBZ3R1SZN42GA0VSETW8H3", "5TF0BBZ3R1SZN42GA0VSETW8HU"})
    void otherTextHasNot(String text) {
        assertThat(ArticleId.isOne(text)).isFalse();
    }
}
