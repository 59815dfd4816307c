package dev.newswire.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextSitemapTest {

    @Test
    void oneAddressALineIsASitemap() throws FeedException {
        ParsedFeed sitemap =
                read("\uFEFF\r\nhttps://harbour.example/a?b=c&d=1\r\n\r\n  HTTP://harbour.example/e  \r\n");

        assertThat(sitemap.format()).isEqualTo(FeedFormat.SITEMAP);
        assertThat(sitemap.items())
                .extracting(FeedItem::link)
                .containsExactly("https://harbour.example/a?b=c&d=1", "HTTP://harbour.example/e");
        assertThat(sitemap.repairs()).isEmpty();
    }

    @Test
    void otherLinesAreLeftOutAndTold() throws FeedException {
        String tooLong = "https://harbour.example/" + "a".repeat(2_048);
        ParsedFeed sitemap = read("https://harbour.example/a\nthe end\nftp://harbour.example/b\n" + tooLong);

        assertThat(sitemap.items()).extracting(FeedItem::link).containsExactly("https://harbour.example/a");
        assertThat(sitemap.repairs()).containsExactly("3 lines are no address and were left out");
    }

    @Test
    void addressesBeyondTheLimitAreCountedOnly() throws FeedException {
        String text = IntStream.range(0, 5)
                .mapToObj(i -> "https://harbour.example/" + i)
                .collect(Collectors.joining("\n"));
        ParsedFeed sitemap = new FeedParser(new FeedLimits(3, 100, 1_000)).parse(document(text));

        assertThat(sitemap.items()).hasSize(3);
        assertThat(sitemap.itemsDropped()).isEqualTo(2);
    }

    @Test
    void textThatBeginsOtherwiseIsNoSitemap() {
        for (String text :
                new String[] {"See https://harbour.example/a", "https://harbour.example/a is new", "a\nhttps://b/"}) {
            assertThatThrownBy(() -> read(text)).as(text).isInstanceOf(FeedException.class);
        }
    }

    private static ParsedFeed read(String text) throws FeedException {
        return new FeedParser().parse(document(text));
    }

    private static FeedDocument document(String text) {
        return new FeedDocument(text.getBytes(StandardCharsets.UTF_8), null, "https://harbour.example/sitemap.txt");
    }
}
