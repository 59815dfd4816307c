package dev.newswire.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameSiteTest {

    @ParameterizedTest
    @CsvSource({
        "https://www.example.com/a, https://amp.example.com/a, true",
        "https://example.com/a, https://www.example.com/b, true",
        "https://news.example.co.uk/a, https://www.example.co.uk/a, true",
        "https://one.co.uk/a, https://two.co.uk/a, false",
        "https://example.com/a, https://example.org/a, false",
        "https://example.com.evil.test/a, https://example.com/a, false",
        "https://192.0.2.7/a, https://192.0.2.8/a, false",
        "http://[2001:db8::1]/a, http://[2001:db8::2]/a, false",
        "https://one.blogspot.com/a, https://two.blogspot.com/a, false",
        "https://www.one.github.io/a, https://one.github.io/a, true",
        "https://one.gov.uk/a, https://two.gov.uk/a, false",
        "https://one.paper.unlisted/a, https://two.paper.unlisted/a, true",
        "https://one.unlisted/a, https://two.unlisted/a, false",
        "http://localhost/a, http://localhost:8080/a, true",
        "http://localhost/a, http://otherhost/a, false",
    })
    void hostsUnderOneRegisteredNameAreOneSite(String claimed, String fetched, boolean expected) {
        assertThat(SameSite.mayBe(claimed, fetched)).isEqualTo(expected);
    }

    @Test
    void anySiteIsBelievedWhereNothingIsKnown() {
        assertThat(SameSite.mayBe("https://example.com/a", null)).isTrue();
    }
}
