package dev.newswire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlPolicyTest {

    private static final UrlPolicy POLICY = new UrlPolicy(Set.of(80, 443, 8080));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.com/",
                "file:///etc/passwd",
                "gopher://example.com/",
                "jar:http://example.com!/",
                "javascript:alert(1)",
                "//example.com/",
                "/feed",
                "",
                "http://",
                "http:///path",
                "http:example.com",
                "http://user@example.com/",
                "http://user:secret@example.com/",
                "http://example.com@127.0.0.1/",
                "http://example.com:22/",
                "http://example.com:0/",
                "http://example.com:99999/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://017700000001/",
                "http://0177.0.0.1/",
                "http://127.1/",
                "http://127.0.1/",
                "http://256.1.1.1/",
                "http://1.2.3.4.5/",
                "http://127.0.0.01/",
                "http://0/",
                "http://example.0x1/",
                "http://[::1/",
                "http://[fe80::1%25eth0]/",
                "http://[::1]x/",
                "http://exa mple.com/",
                "http://exa<mple.com/",
                "http://example..com/",
                "http://-/"
            })
    void whatIsNotAPlainWebAddressIsRefused(String url) {
        assertThatThrownBy(() -> POLICY.check(url)).as(url).isInstanceOfSatisfying(FetchException.class, refused -> {
            assertThat(refused.failure()).isEqualTo(Failure.URL);
            assertThat(refused.reason()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "http://Example.COM, http://example.com/",
        "HTTPS://example.com:443/a?b=c#d, https://example.com/a?b=c",
        "http://example.com.:8080/, http://example.com:8080/",
        "http://example.com/a b|c?d=ä, http://example.com/a%20b%7Cc?d=%C3%A4",
        "http://example.com/100%/%20, http://example.com/100%25/%20",
        "http://bücher.example/, http://xn--bcher-kva.example/",
        "http://127.0.0.1/, http://127.0.0.1/",
        "http://１２７.0.0.1/, http://127.0.0.1/",
        "http://[::1]:8080/, http://[0:0:0:0:0:0:0:1]:8080/",
        "http://a_b.example.com/, http://a_b.example.com/",
        "http://example.com\\@127.0.0.1/, http://example.com/@127.0.0.1/"
    })
    void whatIsAskedForHasOneForm(String url, String asked) throws FetchException {
        assertThat(POLICY.check(url)).hasToString(asked);
    }

    @Test
    void aRedirectIsCheckedAsIfItHadBeenAskedFor() throws FetchException {
        URI base = URI.create("http://example.com/a/b?c");

        assertThat(POLICY.resolve(base, "../d e")).hasToString("http://example.com/d%20e");
        assertThat(POLICY.resolve(base, "//other.example/x")).hasToString("http://other.example/x");
        assertThatThrownBy(() -> POLICY.resolve(base, "file:///etc/passwd")).isInstanceOf(FetchException.class);
        assertThatThrownBy(() -> POLICY.resolve(base, "//u:p@other.example/")).isInstanceOf(FetchException.class);
        assertThatThrownBy(() -> POLICY.resolve(base, "http://[/")).isInstanceOf(FetchException.class);
        assertThatThrownBy(() -> POLICY.resolve(base, "http://0x7f000001/")).isInstanceOf(FetchException.class);
    }
}
