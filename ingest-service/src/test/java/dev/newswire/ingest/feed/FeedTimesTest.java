package dev.newswire.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedTimesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Wed, 30 Jul 2025 10:00:00 +0200|2025-07-30T08:00:00Z",
                "Wed, 30 Jul 25 10:00 EDT|2025-07-30T14:00:00Z",
                "30 Jul 2025 10:00:00 GMT|2025-07-30T10:00:00Z",
                "Wed,  30 Jul 2025 10:00:00 Z|2025-07-30T10:00:00Z",
                "30 Jul 2025 10:00:00 A|2025-07-30T11:00:00Z",
                "30 Jul 2025 10:00:00 N|2025-07-30T09:00:00Z",
                "Wed, 30 Jul 2025 10:00:00 Etc/GMT|2025-07-30T10:00:00Z",
                "Wed Jul 30 10:00:00 2025|2025-07-30T10:00:00Z",
                "Wed Jul 30 10:00:00 PDT 2025|2025-07-30T17:00:00Z",
                "2025-07-30T10:00:00.123+02:00|2025-07-30T08:00:00.123Z",
                "2025-07-30T10:00Z|2025-07-30T10:00:00Z",
                "2025-07-30|2025-07-30T00:00:00Z",
                "2025-07|2025-07-01T00:00:00Z",
                "2025|2025-01-01T00:00:00Z",
                "2025-211|2025-07-30T00:00:00Z",
                "2025211|2025-07-30T00:00:00Z",
                "2025-211T10:00:00Z|2025-07-30T10:00:00Z",
                "25-07-30|2025-07-30T00:00:00Z",
                "20250730T100000Z|2025-07-30T10:00:00Z",
                "2025-07-30T24:00:00Z|2025-07-31T00:00:00Z",
                "Wed, 30 Jul 2025 24:00:00 GMT|2025-07-31T00:00:00Z",
                "Wed, 30 Jul 2025 10:00:60 GMT|2025-07-30T10:00:59Z",
                "Τετ, 30 Jul 2025 10:00:00 GMT|2025-07-30T10:00:00Z"
            })
    void formsOfFeedsAreRead(String words, String expected) {
        assertThat(Feeds.at(FeedTimes.of(words))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yesterday, perhaps",
                "Wed, 31 Jun 2025 10:00:00 GMT",
                "2025-13",
                "2025-400",
                "25:61",
                "2025-07-30T99:00Z"
            })
    void whatIsNoTimeKeepsItsWords(String words) {
        assertThat(Feeds.at(FeedTimes.of(words))).isEqualTo(words);
    }

    @Test
    void nothingIsNoTime() {
        assertThat(FeedTimes.of(null)).isNull();
        assertThat(FeedTimes.of(" \n ")).isNull();
    }

    @Test
    void timeThatCanBeReadIsPreferred() throws FeedException {
        FeedItem item = Feeds.rssItem("<pubDate>soon</pubDate><dc:date>2025-07-30T10:00:00Z</dc:date>");
        assertThat(Feeds.at(item.published())).isEqualTo("2025-07-30T10:00:00Z");
    }
}
