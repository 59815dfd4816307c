package dev.newswire.benchmarks.feeds;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Whether a document is well-formed, by the judgement of Java's own parser. */
final class WellFormedness {

    private WellFormedness() {}

    static boolean of(byte[] content) {
        if (content.length > 0 && content[0] == '{') {
            return true;
        }
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.newSAXParser().parse(new ByteArrayInputStream(content), new Silent());
            return true;
        } catch (SAXException | IOException | ParserConfigurationException broken) {
            return false;
        }
    }

    /** Fetches nothing and says nothing. */
    private static final class Silent extends DefaultHandler {
        @Override
        public InputSource resolveEntity(String publicId, String systemId) {
            return new InputSource(new ByteArrayInputStream(new byte[0]));
        }

        @Override
        public void fatalError(org.xml.sax.SAXParseException broken) throws SAXException {
            throw broken;
        }
    }
}
