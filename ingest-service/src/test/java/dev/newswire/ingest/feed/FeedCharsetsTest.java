package dev.newswire.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeedCharsetsTest {

    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");

    @Test
    void markOfByteOrderWinsOverEverything() {
        byte[] feed =
                "\uFEFF<?xml version='1.0' encoding='windows-1251'?><rss>Ключ</rss>".getBytes(StandardCharsets.UTF_8);
        assertThat(decode(feed, WINDOWS_1251).text()).contains("Ключ");
    }

    @Test
    void charsetOfHttpWinsOverTheDeclaration() {
        byte[] feed = "<?xml version='1.0' encoding='iso-8859-5'?><rss>Ключ</rss>".getBytes(WINDOWS_1251);
        assertThat(decode(feed, WINDOWS_1251).text()).contains("Ключ");
    }

    @Test
    void declarationWinsOverTheDefault() {
        byte[] feed = "<?xml version=\"1.0\" encoding=\"windows-1251\"?><rss>Ключ</rss>".getBytes(WINDOWS_1251);
        assertThat(decode(feed, null)).isEqualTo(new FeedCharsets.Decoded(new String(feed, WINDOWS_1251), null));
    }

    @Test
    void charsetThatTheBytesContradictIsPassedOver() {
        byte[] feed = "<?xml version='1.0' encoding='utf-8'?><rss>Ключ</rss>".getBytes(StandardCharsets.UTF_8);
        FeedCharsets.Decoded decoded = decode(feed, StandardCharsets.US_ASCII);
        assertThat(decoded.text()).contains("Ключ");
        assertThat(decoded.repair()).isEqualTo("the feed is not valid US-ASCII: read as UTF-8");
    }

    @Test
    void replacementCharacterIsNoFault() {
        byte[] feed = "<rss>\uFFFD</rss>".getBytes(StandardCharsets.UTF_8);
        assertThat(decode(feed, null)).isEqualTo(new FeedCharsets.Decoded("<rss>\uFFFD</rss>", null));
    }

    @Test
    void contentTypeNamesACharsetOrNone() {
        assertThat(FeedCharsets.ofContentType("text/xml; charset=\"windows-1251\""))
                .isEqualTo(WINDOWS_1251);
        assertThat(FeedCharsets.ofContentType("text/xml;CHARSET=utf-8;x=y")).isEqualTo(StandardCharsets.UTF_8);
        assertThat(FeedCharsets.ofContentType("text/xml; charset=nobody-knows")).isNull();
        assertThat(FeedCharsets.ofContentType("text/xml; charset=\u0000")).isNull();
        assertThat(FeedCharsets.ofContentType("text/xml")).isNull();
        assertThat(FeedCharsets.ofContentType(null)).isNull();
    }

    private static FeedCharsets.Decoded decode(byte[] feed, @Nullable Charset charset) {
        return FeedCharsets.decode(new FeedDocument(feed, charset, null));
    }
}
