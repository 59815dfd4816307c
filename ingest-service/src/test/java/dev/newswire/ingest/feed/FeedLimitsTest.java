package dev.newswire.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.newswire.ingest.feed.FeedException.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Feeds that are meant to hurt. */
class FeedLimitsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MILLION = 1_000_000;

    @Test
    void itemsBeyondTheLimitAreCounted() throws FeedException {
        int items = 4 * FeedLimits.STANDARD.items();
        String xml = "<rss><channel>" + "<item><title>x</title></item>".repeat(items) + "</channel></rss>";
        ParsedFeed feed = inTime(xml);
        assertThat(feed.items()).hasSize(FeedLimits.STANDARD.items());
        assertThat(feed.itemsDropped()).isEqualTo(items - FeedLimits.STANDARD.items());
        String json = "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[" + "{\"id\":\"x\"},".repeat(items)
                + "{}]}";
        assertThat(inTime(json).itemsDropped()).isEqualTo(items + 1 - FeedLimits.STANDARD.items());
    }

    @Test
    void itemOfFiftyMegabytesIsRead() throws FeedException {
        ParsedFeed feed = inTime("<rss><channel><item><title>x</title><description>" + "words ".repeat(8 * MILLION)
                + "</description></item></channel></rss>");
        String summary = Feeds.value(feed.items().get(0).summary());
        assertThat(summary).hasSizeGreaterThan(40 * MILLION);
    }

    @Test
    void giantAttributesAndNamesAreAnswered() throws FeedException {
        ParsedFeed feed = inTime(
                "<rss><channel><item a='" + "x".repeat(10 * MILLION) + "'><title>y</title></item></channel></rss>");
        assertThat(Feeds.value(feed.items().get(0).title())).isEqualTo("y");
        assertThat(refusal("<rss><channel><" + "x".repeat(MILLION) + "/></channel></rss>"))
                .isEqualTo(Kind.LIMIT);
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            attributes.append(" a").append(i).append("='x'");
        }
        assertThat(refusal("<rss" + attributes + "><channel/></rss>")).isEqualTo(Kind.LIMIT);
    }

    @Test
    void depthAndNumberOfElementsAreLimited() {
        assertThat(refusal("<rss><channel>" + "<a>".repeat(MILLION))).isEqualTo(Kind.LIMIT);
        assertThat(refusal("<rss>&<channel>" + "<a>".repeat(MILLION / 4))).isEqualTo(Kind.LIMIT);
        assertThat(refusal("<rss><channel>" + "<a/>".repeat(MILLION) + "</channel></rss>"))
                .isEqualTo(Kind.LIMIT);
        assertThat(refusal("<rss><channel><item>" + "<a/>".repeat(MILLION) + "</item></channel></rss>"))
                .isEqualTo(Kind.LIMIT);
        assertThat(refusal("<rss>&<channel>" + "<item><a></item>".repeat(MILLION / 2)))
                .isEqualTo(Kind.LIMIT);
        assertThat(refusal("{\"version\":" + "[".repeat(MILLION))).isEqualTo(Kind.LIMIT);
        assertThat(refusal("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"tags\":["
                        + "1,".repeat(6 * MILLION)))
                .isEqualTo(Kind.LIMIT);
    }

    @Test
    void largeFeedThatIsBrokenIsRefused() {
        assertThat(refusal("<rss><channel>& " + "x".repeat(17 * 1024 * 1024))).isEqualTo(Kind.SYNTAX);
    }

    @Test
    void whateverComesIsAnswered() {
        for (String unit : List.of(
                "<",
                "&",
                "<!--",
                "<!DOCTYPE [",
                "<!ENTITY",
                "<?xml ",
                "<![CDATA[",
                "<rss>",
                "</rss>",
                "\"",
                "'",
                "<rss a='",
                "{\"",
                "[",
                "\u0000",
                "&#",
                "<item>",
                "<a:b xmlns:a='")) {
            answered(unit.repeat(200_000 / unit.length()));
            answered("<rss><channel><item>" + unit.repeat(200_000 / unit.length()));
        }
    }

    @Test
    void mutatedFeedsAreAnswered() {
        long seed = 20250730L;
        Random random = new Random(seed);
        byte[] feed =
                ("<?xml version='1.0'?><rss version='2.0'><channel><title>River &amp; Shore</title><item><title><![CDATA[a]]>"
                                + "</title><description>&lt;p>b&lt;/p></description><pubDate>Wed, 30 Jul 2025 10:00:00 GMT</pubDate>"
                                + "</item></channel></rss>")
                        .getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 500; round++) {
            byte[] mutated = feed.clone();
            for (int i = 0; i < 4; i++) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(Feeds.parse(mutated))
                        .as("seed %d, round %d", seed, round)
                        .isNotNull();
            } catch (FeedException refused) {
                assertThat(refused.reason())
                        .as("seed %d, round %d", seed, round)
                        .isNotBlank();
            }
        }
    }

    private static ParsedFeed inTime(String feed) {
        return assertTimeoutPreemptively(PATIENCE, () -> Feeds.parse(feed));
    }

    private static Kind refusal(String feed) {
        return assertTimeoutPreemptively(PATIENCE, () -> Feeds.refusal(feed)).kind();
    }

    private static void answered(String feed) {
        assertTimeoutPreemptively(PATIENCE, () -> {
            try {
                Feeds.parse(feed);
            } catch (FeedException refused) {
                assertThat(refused.reason()).isNotBlank();
            }
        });
    }
}
