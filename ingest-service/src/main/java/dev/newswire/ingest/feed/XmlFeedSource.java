package dev.newswire.ingest.feed;

import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Drives Java's own XML parser, without document types and so without entities of their own. */
final class XmlFeedSource {

    /** Making one takes longer than reading a small feed. */
    private static final ThreadLocal<XMLReader> PARSER = ThreadLocal.withInitial(XmlFeedSource::parser);

    private XmlFeedSource() {}

    /**
     * Gives the tree the events of the document.
     *
     * @param rootAt offset at which the root element begins
     * @throws SAXException if the document is not well-formed
     * @throws FeedException if the tree will have no more of it
     */
    static void read(String text, int rootAt, FeedTree tree) throws SAXException, FeedException {
        try (StringReader reader = new StringReader(text)) {
            XMLReader parser = PARSER.get();
            Handler handler = new Handler(tree);
            parser.setContentHandler(handler);
            parser.setErrorHandler(handler);
            reader.skip(rootAt);
            parser.parse(new InputSource(reader));
        } catch (Ended ended) {
            throw ended.reason;
        } catch (IOException impossible) {
            throw new SAXException(impossible);
        } finally {
            PARSER.get().setContentHandler(null);
            PARSER.get().setErrorHandler(null);
        }
    }

    /** What is wrong, with the line in the document. */
    static String describe(SAXException broken, String text, int rootAt) {
        String message = String.valueOf(broken.getMessage()).replaceFirst("\\.\\z", "");
        if (!(broken instanceof SAXParseException parse) || parse.getLineNumber() < 1) {
            return message;
        }
        long before = text.substring(0, rootAt).chars().filter(c -> c == '\n').count();
        return "line " + (before + parse.getLineNumber()) + ": " + message;
    }

    private static XMLReader parser() {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            return factory.newSAXParser().getXMLReader();
        } catch (ParserConfigurationException | SAXException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Carries the tree's reason through the parser. */
    private static final class Ended extends SAXException {
        private static final long serialVersionUID = 1L;
        private final transient FeedException reason;

        Ended(FeedException reason) {
            super(reason.getMessage());
            this.reason = reason;
        }
    }

    private static final class Handler extends DefaultHandler {
        private final FeedTree tree;
        private final StringBuilder text = new StringBuilder();

        Handler(FeedTree tree) {
            this.tree = tree;
        }

        @Override
        public void startElement(String uri, String localName, String name, Attributes attributes) throws SAXException {
            flush();
            Map<String, String> values = attributes.getLength() == 0 ? Map.of() : new LinkedHashMap<>();
            for (int i = 0; i < attributes.getLength(); i++) {
                values.put(attributes.getQName(i), attributes.getValue(i));
            }
            try {
                tree.start(name, values);
            } catch (FeedException refused) {
                throw new Ended(refused);
            }
        }

        @Override
        public void endElement(String uri, String localName, String name) {
            flush();
            tree.end();
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            text.append(characters, start, length);
        }

        @Override
        public void fatalError(SAXParseException broken) throws SAXException {
            throw broken;
        }

        private void flush() {
            if (!text.isEmpty()) {
                tree.text(text.toString());
                text.setLength(0);
            }
        }
    }
}
