package dev.newswire.ingest.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
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
                "https://a..b/",
                "https://a:0/",
                "https://a.b../",
                "https://[1:2:3]/",
                "https://[1::2::3]/",
                "https://[1:2:3:4:5:6:7:8:9]/",
                "https://[::12345]/",
                "https://[::ffff:192.0.2.256]/",
                "https://xn--\u00fc\u0000.example/"
            })
    void whatIsNoWebAddressHasNone(String text) {
        assertThat(CanonicalUrl.of(text)).isNull();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "tracking-parameters.csv", numLinesToSkip = 1, delimiter = ' ')
    void parametersThatOnlyFollowReadersAreNoPartOfTheAddress(String parameter, String whose) {
        String page = "https://example.com/a?id=7";
        assertThat(CanonicalUrl.of(page + "&" + parameter)).as(whose).isEqualTo(page);
        assertThat(CanonicalUrl.of(page + "&" + parameter.toUpperCase(Locale.ROOT)))
                .as(whose)
                .isEqualTo(page);
        assertThat(CanonicalUrl.of("https://example.com/a?" + parameter))
                .as(whose)
                .isEqualTo("https://example.com/a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id=7",
                "p=1",
                "page=2",
                "ref=main",
                "source=wire",
                "campaign=1",
                "cid=1",
                "sid=story-1",
                "utm=1",
                "clid=1",
                "amp=1",
                "article_id=utm_source",
                "v=fbclid",
                "lang=en"
            })
    void parametersThatMayNameThePageStay(String parameter) {
        assertThat(CanonicalUrl.of("https://example.com/a?" + parameter))
                .isEqualTo("https://example.com/a?" + parameter);
    }

    @Test
    void endlessHostsAndQueriesAreReadInTime() {
        assertThat(CanonicalUrl.of("https://" + "a.".repeat(100_000) + "example/"))
                .isNull();
        assertThat(CanonicalUrl.of("https://" + "ü".repeat(100_000) + ".example/"))
                .isNull();
        assertThat(CanonicalUrl.of("https://example.com/?" + "&amp;".repeat(100_000)))
                .isEqualTo("https://example.com/");
        assertThat(CanonicalUrl.of("https://example.com/" + ";jsessionid=".repeat(50_000)))
                .isEqualTo("https://example.com/");
    }

    @Test
    void hostIsToldWithoutWww() {
        assertThat(CanonicalUrl.host("https://WWW.Example.com:8080/a")).isEqualTo("example.com");
        assertThat(CanonicalUrl.host("https://münchen.example/")).isEqualTo("xn--mnchen-3ya.example");
        assertThat(CanonicalUrl.host("no url")).isNull();
    }
}
