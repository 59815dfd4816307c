package dev.newswire.publish.render;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** What the XML renderers share. Everything given as text or as the value of an attribute is escaped and made XML 1.0. */
final class XmlWriter {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

    private final XMLStreamWriter xml;

    private XmlWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** Something that writes elements. */
    interface Content {
        void writeTo(XmlWriter xml) throws XMLStreamException;
    }

    /** One document. */
    static String write(Content content) {
        StringWriter text = new StringWriter(16_384);
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            content.writeTo(new XmlWriter(xml));
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A string cannot fail to be written.", e);
        }
        return text.append('\n').toString();
    }

    /** An element with content; attributes are names and values in turn, and one whose value is null is left out. */
    void element(String name, Content content, @Nullable String... attributes) throws XMLStreamException {
        xml.writeStartElement(name);
        attributes(attributes);
        content.writeTo(this);
        xml.writeEndElement();
    }

    /** An element that holds text. */
    void text(String name, String text, @Nullable String... attributes) throws XMLStreamException {
        xml.writeStartElement(name);
        attributes(attributes);
        xml.writeCharacters(clean(text));
        xml.writeEndElement();
    }

    /** An element without content. */
    void empty(String name, @Nullable String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(name);
        attributes(attributes);
    }

    private void attributes(@Nullable String... attributes) throws XMLStreamException {
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            String value = attributes[i + 1];
            if (value != null) {
                xml.writeAttribute(attributes[i], clean(value));
            }
        }
    }

    /** Text without the code points that XML 1.0 has no way to write. */
    private static String clean(String text) {
        if (text.codePoints().allMatch(XmlWriter::isXml)) {
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
