package dev.newswire.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.ingest.fetch.Answer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpTimesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void retryAfterComesInSecondsOrAsADate() {
        assertThat(HttpTimes.retryAfter(answer("retry-after", "120"), NOW)).contains(Duration.ofMinutes(2));
        assertThat(HttpTimes.retryAfter(answer("retry-after", "Sun, 01 Mar 2026 13:00:00 GMT"), NOW))
                .contains(Duration.ofHours(1));
        assertThat(HttpTimes.retryAfter(answer("retry-after", "Sun, 01 Mar 2026 11:00:00 GMT"), NOW))
                .isEmpty();
        assertThat(HttpTimes.retryAfter(answer("retry-after", "soon"), NOW)).isEmpty();
        assertThat(HttpTimes.retryAfter(answer("retry-after", "-5"), NOW)).isEmpty();
        assertThat(HttpTimes.retryAfter(answer("retry-after", "99999999999999999999"), NOW))
                .isEmpty();
        assertThat(HttpTimes.retryAfter(answer("x", ""), NOW)).isEmpty();
    }

    @Test
    void freshnessIsMaxAgeElseExpires() {
        assertThat(HttpTimes.freshness(answer("cache-control", "public, max-age=600"), NOW))
                .contains(Duration.ofMinutes(10));
        assertThat(HttpTimes.freshness(answer("cache-control", "no-cache, max-age=600"), NOW))
                .isEmpty();
        assertThat(HttpTimes.freshness(answer("cache-control", "s-maxage=600"), NOW))
                .isEmpty();
        assertThat(HttpTimes.freshness(answer("expires", "Sun, 01 Mar 2026 12:30:00 GMT"), NOW))
                .contains(Duration.ofMinutes(30));
        assertThat(HttpTimes.freshness(answer("expires", "0"), NOW)).isEmpty();
        assertThat(HttpTimes.freshness(answer("expires", "Sun, 01 Mar 2020 12:30:00 GMT"), NOW))
                .isEmpty();
    }

    private static Answer answer(String name, String value) {
        return new Answer(URI.create("https://a.example/"), 200, Map.of(name, value), new byte[0]);
    }
}
