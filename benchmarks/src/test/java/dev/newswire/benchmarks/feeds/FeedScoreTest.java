package dev.newswire.benchmarks.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.ingest.feed.FeedDocument;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedScoreTest {

    private static final String FEED = "<rss><channel><title>The River</title><language>en-GB</language><item>"
            + "<title>It's &lt;b>open&lt;/b></title><description>&lt;p>x&lt;/p></description>"
            + "<author>ida@river.example (Ida Holm)</author><pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate>"
            + "</item></channel></rss>";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1/1|not bozo and feed['title'] == 'The River'",
                "1/1|feed.title == u'The' + ' River'",
                "0/1|feed['title'] == 'The Lake'",
                "1/1|feed['title'] != 'The Lake'",
                "1/2|feed['title'] == 'x' and feed.language == 'en-GB'",
                "1/1|feed['title'] == 'x' or feed.language == 'en-GB'",
                "1/1|entries[0]['title'] == 'It\\'s <b>open</b>'",
                "1/1|entries[0].summary == \"<p>\\x78</p>\"",
                "1/1|entries[0]['published_parsed'] == (2004, 1, 1, 19, 48, 21, 3, 1, 0)",
                "1/1|entries[0]['author'] == 'Ida Holm (ida@river.example)'",
                "1/1|len(entries) == 1",
                "1/1|not entries[0].has_key('link')",
                "0/1|entries[1]['title'] == 'x'",
                "0/0|entries[0]['itunes_block'] == 1",
                "0/0|not bozo",
                "0/0|lambda: feed"
            })
    void assertionsOnKeptFieldsAreCounted(String counts, String expected) {
        FeedScore score = new FeedScore();
        score.add(new FeedCase("a.xml", FeedCase.Kind.WELL_FORMED, document(FEED), expected));
        String[] passedOfTotal = counts.split("/");
        assertThat(score.figures(1).json())
                .contains("\"parsed\":1,\"parsed_total\":1")
                .contains("\"expect_passed\":" + passedOfTotal[0] + ",\"expect_total\":" + passedOfTotal[1]);
    }

    @Test
    void failuresAreGroupedByTheirReasons() {
        FeedScore score = new FeedScore();
        score.add(new FeedCase("a.xml", FeedCase.Kind.WELL_FORMED, document(FEED), "feed['title'] == 'x'"));
        score.add(new FeedCase("b.xml", FeedCase.Kind.WELL_FORMED, document("<CHANNEL/>"), "feed['title'] == 'x'"));
        score.add(new FeedCase("c.xml", FeedCase.Kind.ILL_FORMED, document("nothing"), null));
        StringWriter out = new StringWriter();
        score.print(new PrintWriter(out, true), true);
        assertThat(out.toString())
                .contains("1  feed.title: other text", "a.xml expected `x` found `The River`")
                .contains("(CDF), which is not read")
                .contains("1  not read: the document has no element");
        assertThat(score.figures(3).json())
                .contains("\"ill_formed_parsed\":0,\"ill_formed_total\":1")
                .contains("\"unsupported_cdf\":1");
    }

    private static FeedDocument document(String feed) {
        return new FeedDocument(feed.getBytes(StandardCharsets.UTF_8), null, null);
    }
}
