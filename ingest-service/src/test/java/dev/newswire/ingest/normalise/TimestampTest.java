package dev.newswire.ingest.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTest {

    @ParameterizedTest
    @ValueSource(strings = {"2025-07-30T10:00:00Z", "2024-02-29T23:59:59Z", "0001-01-01T00:00:00Z"})
    void aTimestampIsReadAsTheStandardSays(String text) {
        assertThat(Timestamp.of(text)).isEqualTo(Instant.parse(text));
        assertThat(WrittenTime.of(text)).isEqualTo(new WrittenTime(Instant.parse(text), null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2025-07-30",
                "2025-07-30 10:00:00Z",
                "2025-07-30T10:00:00",
                "2025-07-30T10:00:00.5Z",
                "2025-07-30T10:00:00+02:00",
                "2025-02-30T10:00:00Z",
                "2025-07-30T24:00:00Z",
                "2025-07-30T10:00:60Z",
                "٢٠٢٥-07-30T10:00:00Z",
                "+025-07-30T10:00:00Z"
            })
    void everythingElseIsLeftToThePatterns(String text) {
        assertThat(Timestamp.of(text)).isNull();
    }
}
