package dev.newswire.benchmarks.feeds;

import dev.newswire.ingest.feed.FeedDocument;
import dev.newswire.ingest.feed.FeedException;
import dev.newswire.ingest.feed.FeedParser;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;

/** How many items a core reads in a second of processor time, in feeds as newspapers publish them. */
final class FeedSpeed {

    private static final int ITEMS = 200;
    private static final long NANOS = 3_000_000_000L;

    private FeedSpeed() {}

    /** Items of 600 characters of HTML summary and 3,500 of full text. */
    static double itemsPerSecond() {
        FeedDocument feed =
                new FeedDocument(feed().getBytes(StandardCharsets.UTF_8), null, "https://river.example/feed");
        FeedParser parser = new FeedParser();
        measure(parser, feed);
        return measure(parser, feed);
    }

    private static double measure(FeedParser parser, FeedDocument feed) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        long items = 0;
        while (clock.getCurrentThreadCpuTime() - start < NANOS) {
            items += read(parser, feed);
        }
        return items * 1e9 / (clock.getCurrentThreadCpuTime() - start);
    }

    private static int read(FeedParser parser, FeedDocument feed) {
        try {
            return parser.parse(feed).items().size();
        } catch (FeedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String feed() {
        StringBuilder feed = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\""
                + " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
                + "<channel><title>The River</title><link>https://river.example/</link><language>en</language>");
        for (int i = 0; i < ITEMS; i++) {
            feed.append("<item><title>Council &amp; ferry: report ").append(i).append("</title>");
            feed.append("<link>https://river.example/reports/").append(i).append("</link>");
            feed.append("<guid isPermaLink=\"false\">report-").append(i).append("</guid>");
            feed.append("<dc:creator>Ida Holm</dc:creator><pubDate>Wed, 30 Jul 2025 10:00:00 +0200</pubDate>");
            feed.append("<category>Transport</category><description>");
            feed.append(paragraph("&lt;", "&gt;")).append("</description><content:encoded><![CDATA[");
            for (int j = 0; j < 6; j++) {
                feed.append(paragraph("<", ">"));
            }
            feed.append("]]></content:encoded></item>");
        }
        return feed.append("</channel></rss>").toString();
    }

    private static String paragraph(String open, String close) {
        String text =
                "The ferry crosses at <a href='/timetable'>ten past every hour</a> and carries bicycles, a pram or two and"
                        + " <em>whoever missed the bus</em>. Nobody on the council remembers who ordered the second pontoon, which has"
                        + " lain at the yard since the spring; the harbour master says that it can be there by September if the money"
                        + " is found, and that it will be somewhere else if it is not. <img src='/pictures/pontoon.jpg'"
                        + " alt='The second pontoon'> Residents were asked for their opinion on Tuesday, and most of them gave it.";
        return ("<p>" + text + "</p>").replace("<", open).replace(">", close);
    }
}
