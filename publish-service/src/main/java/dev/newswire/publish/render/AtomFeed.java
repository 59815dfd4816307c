package dev.newswire.publish.render;

import dev.newswire.publish.read.FeedPart;
import dev.newswire.schema.EntityRef;
import dev.newswire.schema.FeedEntry;
import dev.newswire.schema.internal.Departure;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Writes feeds in Atom (RFC 4287), in parts (RFC 5005) and with the entries that left (RFC 6721). */
public final class AtomFeed {
    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final String TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";
    private static final String FORMAT = "atom";

    private final Links links;
    private final List<String> hubs;

    /**
     * @param links addresses of the site
     * @param hubs addresses of WebSub hubs that tell of changes
     */
    public AtomFeed(Links links, List<String> hubs) {
        this.links = links;
        this.hubs = hubs;
    }

    /** A part of a feed as one XML document. */
    public String write(FeedPart part) {
        return XmlWriter.write(
                xml -> xml.element("feed", feed -> feed(feed, part), "xmlns", NAMESPACE, "xmlns:at", TOMBSTONES));
    }

    private void feed(XmlWriter xml, FeedPart part) throws XMLStreamException {
        String feedId = part.feed().feedId();
        xml.text("id", links.feed(feedId, FORMAT));
        xml.text("title", part.feed().title());
        xml.text("updated", Times.rfc3339(part.feed().updatedAt()));
        link(
                xml,
                "self",
                part.behind() == null
                        ? links.feed(feedId, FORMAT)
                        : links.part(feedId, FORMAT, part.behind(), part.limit()));
        link(xml, "alternate", links.feed(feedId));
        if (part.behind() != null || part.next() != null) {
            link(xml, "first", links.part(feedId, FORMAT, null, part.limit()));
        }
        if (part.next() != null) {
            link(xml, "next", links.part(feedId, FORMAT, part.next(), part.limit()));
        }
        for (String hub : hubs) {
            link(xml, "hub", hub);
        }
        for (FeedEntry entry : part.entries()) {
            xml.element("entry", writer -> entry(writer, entry));
        }
        for (Departure departure : part.departures()) {
            xml.empty(
                    "at:deleted-entry",
                    "ref",
                    links.article(departure.getArticleId()),
                    "when",
                    Times.rfc3339(departure.getAt()));
        }
    }

    private void entry(XmlWriter xml, FeedEntry entry) throws XMLStreamException {
        xml.text("id", links.article(entry.getArticleId()));
        xml.text("title", entry.getTitle());
        xml.text("updated", Times.rfc3339(entry.getUpdatedAt()));
        Instant publishedAt = entry.getPublishedAt();
        if (publishedAt != null) {
            xml.text("published", Times.rfc3339(publishedAt));
        }
        // An entry must name an author: the publisher where no one else is known.
        List<String> authors = entry.getAuthors().isEmpty() ? List.of(entry.getSource()) : entry.getAuthors();
        for (String author : authors) {
            xml.element("author", writer -> writer.text("name", author));
        }
        link(xml, "alternate", links.article(entry.getArticleId()));
        String external = Links.external(entry.getUrl());
        if (external != null) {
            link(xml, "via", external);
        }
        for (EntityRef entity : entry.getEntities()) {
            xml.empty("category", "term", entity.getEntityId(), "label", entity.getName());
        }
        xml.text("summary", entry.getSummary());
    }

    private static void link(XmlWriter xml, String relation, String address) throws XMLStreamException {
        xml.empty("link", "rel", relation, "href", address);
    }
}
