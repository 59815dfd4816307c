package dev.newswire.publish.render;

import dev.newswire.publish.read.FeedInfo;
import dev.newswire.schema.EntityRef;
import dev.newswire.schema.FeedEntry;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes feeds in Atom (RFC 4287). */
public final class AtomFeed {
    /** The format's media type. */
    public static final String MEDIA_TYPE = "application/atom+xml";

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

    private final Links links;

    /** @param links addresses of the site */
    public AtomFeed(Links links) {
        this.links = links;
    }

    /** A feed and its entries, newest first, as one XML document. */
    public String write(FeedInfo feed, List<FeedEntry> entries) {
        StringWriter text = new StringWriter(4096);
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(NAMESPACE);
            element(xml, "id", links.feed(feed.feedId(), "atom"));
            element(xml, "title", feed.title());
            element(xml, "updated", Times.rfc3339(feed.updatedAt()));
            link(xml, "self", links.feed(feed.feedId(), "atom"));
            link(xml, "alternate", links.feed(feed.feedId()));
            for (FeedEntry entry : entries) {
                entry(xml, entry);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A string cannot fail to be written.", e);
        }
        return text.append('\n').toString();
    }

    private void entry(XMLStreamWriter xml, FeedEntry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", links.article(entry.getArticleId()));
        element(xml, "title", entry.getTitle());
        element(xml, "updated", Times.rfc3339(entry.getUpdatedAt()));
        Instant publishedAt = entry.getPublishedAt();
        if (publishedAt != null) {
            element(xml, "published", Times.rfc3339(publishedAt));
        }
        authors(xml, entry);
        link(xml, "alternate", links.article(entry.getArticleId()));
        String external = Links.external(entry.getUrl());
        if (external != null) {
            link(xml, "via", external);
        }
        for (EntityRef entity : entry.getEntities()) {
            xml.writeEmptyElement("category");
            xml.writeAttribute("term", clean(entity.getEntityId()));
            xml.writeAttribute("label", clean(entity.getName()));
        }
        element(xml, "summary", entry.getSummary());
        xml.writeEndElement();
    }

    /** An entry must name an author: the publisher where no one else is known. */
    private static void authors(XMLStreamWriter xml, FeedEntry entry) throws XMLStreamException {
        List<String> authors = entry.getAuthors().isEmpty() ? List.of(entry.getSource()) : entry.getAuthors();
        for (String author : authors) {
            xml.writeStartElement("author");
            element(xml, "name", author);
            xml.writeEndElement();
        }
    }

    private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", clean(address));
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(clean(text));
        xml.writeEndElement();
    }

    /** Text without the code points that XML 1.0 has no way to write. */
    private static String clean(String text) {
        if (text.codePoints().allMatch(AtomFeed::isXml)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().map(c -> isXml(c) ? c : '\uFFFD').forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
