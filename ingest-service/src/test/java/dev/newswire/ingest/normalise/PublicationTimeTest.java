package dev.newswire.ingest.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationTimeTest {

    private static final Instant FETCHED_AT = Instant.parse("2025-07-30T12:00:00Z");
    private static final Instant RECEIVED_AT = Instant.parse("2025-07-30T12:05:00Z");

    @ParameterizedTest
    @CsvFileSource(resources = "written-times.csv", numLinesToSkip = 1, delimiter = '|')
    void writtenTimeIsRead(String words, Instant at) {
        PublicationTime time = PublicationTime.of(words, FETCHED_AT, RECEIVED_AT);
        assertThat(time.at()).isEqualTo(at);
        assertThat(time.estimated()).isFalse();
        assertThat(time.raw()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "12 minutes ago, 2025-07-30T11:48:00Z",
        "1 minute ago, 2025-07-30T11:59:00Z",
        "2 hours ago, 2025-07-30T10:00:00Z",
        "an hour ago, 2025-07-30T11:00:00Z",
        "about 2 hrs ago, 2025-07-30T10:00:00Z",
        "yesterday, 2025-07-29T12:00:00Z",
        "Yesterday, 2025-07-29T12:00:00Z",
        "today, 2025-07-30T12:00:00Z",
        "just now, 2025-07-30T12:00:00Z",
        "3 days ago, 2025-07-27T12:00:00Z",
        "a week ago, 2025-07-23T12:00:00Z",
        "last month, 2025-06-30T12:00:00Z",
        "two months ago, 2025-05-30T12:00:00Z",
        "1 year ago, 2024-07-30T12:00:00Z",
        "3h, 2025-07-30T09:00:00Z",
        "5d ago, 2025-07-25T12:00:00Z",
        "10m, 2025-07-30T11:50:00Z",
        "45 secs ago, 2025-07-30T11:59:15Z",
        "a few seconds ago, 2025-07-30T11:59:57Z",
    })
    void relativeTimeCountsFromTheFetchAndIsEstimated(String words, Instant at) {
        PublicationTime time = PublicationTime.of(words, FETCHED_AT, RECEIVED_AT);
        assertThat(time.at()).isEqualTo(at);
        assertThat(time.estimated()).isTrue();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "relative-times.csv", numLinesToSkip = 1, delimiter = '|')
    void relativeTimeOfOtherLanguagesCountsFromTheFetchToo(String words, Instant at) {
        PublicationTime time = PublicationTime.of(words, FETCHED_AT, RECEIVED_AT);
        assertThat(time.at()).isEqualTo(at);
        assertThat(time.estimated()).isEqualTo(at != null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "soon",
                "3 hours",
                "the day before",
                "2025-13-01",
                "2025-02-30",
                "99999 days",
                "31/31/2025",
                "04/05/2025",
                "12:30",
                "Wed",
                "30 Quember 2025",
                "July",
                "-1",
                "0000-00-00",
                "20251301",
                "ago",
                "1e9"
            })
    void whatIsNoTimeIsKeptInItsOwnWords(String words) {
        PublicationTime time = PublicationTime.of(words, FETCHED_AT, RECEIVED_AT);
        assertThat(time.at()).isNull();
        assertThat(time.raw()).isEqualTo(words);
        assertThat(time.warning()).contains("not readable");
    }

    @ParameterizedTest
    @CsvSource({
        "1989-12-31T23:59:59Z, false",
        "1990-01-01T00:00:00Z, true",
        "2025-07-31T12:05:00Z, true",
        "2025-07-31T12:05:01Z, false",
        "0001-01-01T00:00:00Z, false",
        "40 years ago, false",
    })
    void timeOutOfRangeIsNotUsed(String words, boolean isUsed) {
        PublicationTime time = PublicationTime.of(words, FETCHED_AT, RECEIVED_AT);
        assertThat(time.at() != null).isEqualTo(isUsed);
        assertThat(time.raw() == null).isEqualTo(isUsed);
        assertThat(time.warning() == null).isEqualTo(isUsed);
    }

    @Test
    void absentTimeIsNoMistake() {
        assertThat(PublicationTime.of(null, FETCHED_AT, RECEIVED_AT))
                .isEqualTo(PublicationTime.of(" ", FETCHED_AT, RECEIVED_AT))
                .isEqualTo(new PublicationTime(null, false, null, null));
    }

    @Test
    void assumedZoneIsTold() {
        assertThat(PublicationTime.of("2025-07-30 10:00", FETCHED_AT, RECEIVED_AT)
                        .warning())
                .contains("no time zone");
        assertThat(PublicationTime.of("30 July 2025 10:00 XYZT", FETCHED_AT, RECEIVED_AT)
                        .warning())
                .contains("unknown time zone");
        assertThat(PublicationTime.of("2025-07-30", FETCHED_AT, RECEIVED_AT).warning())
                .isNull();
    }

    @Test
    void endlessWordsAreCutInTheRecord() {
        assertThat(PublicationTime.of("x".repeat(100_000), FETCHED_AT, RECEIVED_AT)
                        .raw())
                .hasSize(200);
    }
}
