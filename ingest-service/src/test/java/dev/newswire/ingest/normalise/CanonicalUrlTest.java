package dev.newswire.ingest.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {

    @ParameterizedTest
    @CsvFileSource(resources = "canonical-urls.csv", numLinesToSkip = 1, delimiter = ' ')
    void variantsOfAnAddressHaveOneForm(String url, String canonical) {
        assertThat(CanonicalUrl.of(url)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "canonical-urls.csv", numLinesToSkip = 1, delimiter = ' ')
    void canonicalFormIsItsOwn(String url, String canonical) {
        assertThat(CanonicalUrl.of(canonical)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com/a",
                "/a",
                "//example.com/a",
                "ftp://example.com/",
                "mailto:a@example.com",
                "http://",
                "http:///a",
                "https://exa mple.com/",
                "https://example.com:99999/",
                "https://example.com:port/",
                "javascript:alert(1)",
                "https://[::1/",
                "https://-/",
                "https://a..b:0/"
            })
    void whatIsNoWebAddressHasNone(String text) {
        assertThat(CanonicalUrl.of(text)).isNull();
    }

    @Test
    void hostIsToldWithoutWww() {
        assertThat(CanonicalUrl.host("https://WWW.Example.com:8080/a")).isEqualTo("example.com");
        assertThat(CanonicalUrl.host("https://münchen.example/")).isEqualTo("xn--mnchen-3ya.example");
        assertThat(CanonicalUrl.host("no url")).isNull();
    }
}
