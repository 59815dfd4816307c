package dev.newswire.publish.render;

import dev.newswire.publish.read.FeedPart;
import dev.newswire.schema.EntityRef;
import dev.newswire.schema.FeedEntry;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/**
 * Writes feeds in RSS 2.0 (rssboard.org/rss-specification). Authors stand in Dublin Core, since RSS itself takes only mail
 * addresses; links between parts and to hubs are those of Atom.
 */
public final class RssFeed {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
    private static final String FORMAT = "rss";

    private final Links links;
    private final List<String> hubs;

    /**
     * @param links addresses of the site
     * @param hubs addresses of WebSub hubs that tell of changes
     */
    public RssFeed(Links links, List<String> hubs) {
        this.links = links;
        this.hubs = hubs;
    }

    /** A part of a feed as one XML document. */
    public String write(FeedPart part) {
        return XmlWriter.write(xml -> xml.element(
                "rss",
                rss -> rss.element("channel", channel -> channel(channel, part)),
                "version",
                "2.0",
                "xmlns:atom",
                ATOM,
                "xmlns:dc",
                DUBLIN_CORE));
    }

    private void channel(XmlWriter xml, FeedPart part) throws XMLStreamException {
        String feedId = part.feed().feedId();
        xml.text("title", part.feed().title());
        xml.text("link", links.feed(feedId));
        xml.text("description", "Articles in the feed " + part.feed().title());
        xml.text("lastBuildDate", Times.rfc822(part.feed().updatedAt()));
        xml.text("generator", "Newswire");
        String self = part.behind() == null
                ? links.feed(feedId, FORMAT)
                : links.part(feedId, FORMAT, part.behind(), part.limit());
        xml.empty("atom:link", "rel", "self", "type", "application/rss+xml", "href", self);
        if (part.next() != null) {
            xml.empty("atom:link", "rel", "next", "href", links.part(feedId, FORMAT, part.next(), part.limit()));
        }
        for (String hub : hubs) {
            xml.empty("atom:link", "rel", "hub", "href", hub);
        }
        for (FeedEntry entry : part.entries()) {
            xml.element("item", item -> item(item, entry));
        }
    }

    private void item(XmlWriter xml, FeedEntry entry) throws XMLStreamException {
        xml.text("title", entry.getTitle());
        xml.text("link", links.article(entry.getArticleId()));
        xml.text("guid", links.article(entry.getArticleId()), "isPermaLink", "true");
        xml.text("pubDate", Times.rfc822(entry.getSortAt()));
        for (String author : entry.getAuthors()) {
            xml.text("dc:creator", author);
        }
        for (EntityRef entity : entry.getEntities()) {
            xml.text("category", entity.getName(), "domain", links.entity(entity.getEntityId()));
        }
        // What RSS calls the description is HTML to its readers: text must be escaped once more.
        xml.text("description", escaped(entry.getSummary()));
        String external = Links.external(entry.getUrl());
        if (external != null) {
            xml.text("source", entry.getSource(), "url", external);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
