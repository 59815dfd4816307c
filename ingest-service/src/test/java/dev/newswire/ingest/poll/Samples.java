package dev.newswire.ingest.poll;

/** Documents to poll. */
final class Samples {

    private Samples() {}

    /** An RSS feed with one item for each title, each with a text that is no teaser. */
    static String feed(String... titles) {
        return feed("", titles);
    }

    /** With further elements of the channel. */
    static String feed(String channel, String[] titles) {
        StringBuilder xml = new StringBuilder("<rss version=\"2.0\"><channel><title>Harbour News</title>"
                + "<link>https://harbour.example/</link><description>d</description>" + channel);
        for (String title : titles) {
            String id = title.replaceAll("\\W", "-");
            xml.append("<item><guid isPermaLink=\"false\">").append(id).append("</guid><title>");
            xml.append(title).append("</title><link>https://harbour.example/").append(id);
            xml.append("</link><description>").append(text(title)).append("</description></item>");
        }
        return xml.append("</channel></rss>").toString();
    }

    /** A feed whose only item has the beginning of a text and points to a page. */
    static String teaser(String title, String link) {
        return "<rss version=\"2.0\"><channel><title>Harbour News</title><link>https://harbour.example/</link>"
                + "<description>d</description><item><guid isPermaLink=\"false\">t1</guid><title>" + title
                + "</title><link>" + link + "</link><author>Mara Lind</author>"
                + "<pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate>"
                + "<description>The harbour opened again on Sunday...</description></item></channel></rss>";
    }

    /** A page with an article. */
    static String page(String title) {
        return "<!doctype html><html lang=\"en\"><head><title>" + title + "</title></head><body><article><h1>" + title
                + "</h1><p>" + text(title) + "</p><p>" + text("More of " + title) + "</p></article></body></html>";
    }

    static String text(String subject) {
        return (subject + " was the talk of the harbour on Sunday, when the ferries came back after a long week of"
                        + " storms and the fishermen told the council what they had lost. ")
                .repeat(4);
    }
}
