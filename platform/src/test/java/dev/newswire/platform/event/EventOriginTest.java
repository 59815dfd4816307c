package dev.newswire.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventOriginTest {
    @Test
    void travelsInAHeader() {
        RecordHeaders headers = new RecordHeaders();
        EventOrigin origin = new EventOrigin("news.article.raw.v1", 3, 1L << 40);
        new EventOrigin("another", 0, 0).addTo(headers);
        origin.addTo(headers);
        assertThat(EventOrigin.fromHeaders(headers)).contains(origin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a/b/c", "a/1", "a/1/2/3", "a/1/99999999999999999999"})
    void foreignHeadersAreNoOrigin(String value) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(EventOrigin.HEADER, value.getBytes(StandardCharsets.UTF_8));
        assertThat(EventOrigin.fromHeaders(headers)).isEmpty();
    }
}
