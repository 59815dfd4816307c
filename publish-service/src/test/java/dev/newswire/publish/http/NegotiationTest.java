package dev.newswire.publish.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NegotiationTest {
    private static final List<String> OFFERED =
            List.of("text/html", "application/feed+json", "application/atom+xml", "application/rss+xml");

    @Test
    void whoeverNamesNothingGetsTheFirst() {
        assertThat(best("")).hasValue("text/html");
        assertThat(best("*/*")).hasValue("text/html");
    }

    @Test
    void heaviestWins() {
        assertThat(best("application/rss+xml;q=0.4, application/atom+xml; Q=0.8, text/html;q=0.1"))
                .hasValue("application/atom+xml");
        assertThat(best("application/rss+xml, application/rdf+xml;q=0.8, application/atom+xml;q=0.6"))
                .hasValue("application/rss+xml");
    }

    @Test
    void aTypeItselfSaysMoreThanItsFamilyAndThatMoreThanAny() {
        assertThat(best("application/*;q=0.9, application/feed+json;q=0.1, */*;q=0.2"))
                .hasValue("application/atom+xml");
        assertThat(best("text/html;q=0, */*")).hasValue("application/feed+json");
    }

    @Test
    void browsersGetThePage() {
        assertThat(best("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"))
                .hasValue("text/html");
    }

    @Test
    void nothingFitsWhatIsNotOffered() {
        assertThat(best("image/png")).isEmpty();
        assertThat(best("text/html;q=0")).isEmpty();
        assertThat(best("application/rss+xml;q=high")).isEmpty();
    }

    @Test
    void malformedPartsArePassedOver() {
        assertThat(best(",;q=1, /x, text, application/rss+xml ; level=1 ; q=0.5,"))
                .hasValue("application/rss+xml");
        assertThat(best("a/b,".repeat(10_000) + "application/rss+xml")).isEmpty();
    }

    @Test
    void naming() {
        assertThat(Negotiation.of("*/*").names("text/html")).isFalse();
        assertThat(Negotiation.of("TEXT/HTML").names("text/html")).isTrue();
        assertThat(Negotiation.of("text/html;q=0").names("text/html")).isFalse();
    }

    private static Optional<String> best(String accept) {
        return Negotiation.of(accept).best(OFFERED);
    }
}
