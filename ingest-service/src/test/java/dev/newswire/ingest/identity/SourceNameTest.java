package dev.newswire.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceNameTest {

    @ParameterizedTest
    @CsvSource({
        "NHK, nhk",
        "Nikkei Asia, nikkei-asia",
        "The Tidewater Review, the-tidewater-review",
        "Süddeutsche Zeitung, suddeutsche-zeitung",
        "'  A & B!  ', a-b",
        "U.S. News, u.s.-news",
        "...dots..., dots"
    })
    void nameBecomesAnIdentifier(String name, String slug) {
        assertThat(SourceName.slug(name)).isEqualTo(slug);
        assertThat(SourceName.isValid(slug)).isTrue();
    }

    @Test
    void nameWithoutLatinLettersHasAStableIdentifierToo() {
        String slug = SourceName.slug("朝日新聞");
        assertThat(slug).matches("s-[0-9a-f]{8}").isEqualTo(SourceName.slug(" 朝日新聞\u00a0"));
        assertThat(SourceName.isValid(slug)).isTrue();
    }

    @Test
    void longNameIsCut() {
        assertThat(SourceName.slug("a".repeat(63) + " b")).hasSize(63);
        assertThat(SourceName.isValid("a".repeat(65))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "A", "a b", "ä", "a/b"})
    void otherTextIsNoIdentifier(String text) {
        assertThat(SourceName.isValid(text)).isFalse();
    }

    @Test
    void siteOfAUrlIsItsHost() {
        assertThat(SourceName.ofUrl("https://www.Echo.example.com:8080/a")).isEqualTo("echo.example.com");
        assertThat(SourceName.ofUrl("echo")).isNull();
        assertThat(SourceName.ofUrl(null)).isNull();
    }
}
