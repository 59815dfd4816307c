package dev.newswire.ingest.source;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SAXBuilder;
import com.rometools.rome.io.WireFeedInput;
import java.util.Locale;
import org.jdom2.Document;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/** Feed parsing without document types, and so without entities of their own, and without endless nesting. */
final class SecureFeedInput extends WireFeedInput {

    /** Also the limit of newer versions of Java. */
    static final int NESTING_LIMIT = 100;

    private final @Nullable String fetchedFrom;

    /** For a feed that was fetched from this URL, if that is known. */
    SecureFeedInput(@Nullable String fetchedFrom) {
        super(false, Locale.ROOT);
        this.fetchedFrom = fetchedFrom;
        setAllowDoctypes(false);
        setXmlHealerOn(true);
    }

    @Override
    public WireFeed build(Document feed) throws FeedException {
        XmlBase.resolve(feed, fetchedFrom);
        FeedTimes.hide(feed);
        return super.build(feed);
    }

    @Override
    protected SAXBuilder createSAXBuilder() {
        SAXBuilder builder = super.createSAXBuilder();
        builder.setXMLFilter(new NestingFilter());
        return builder;
    }

    /** Ends parsing where elements nest deeper than any feed's do. */
    private static final class NestingFilter extends XMLFilterImpl {
        private int depth;

        @Override
        public void startElement(String uri, String localName, String qName, Attributes attributes)
                throws SAXException {
            if (++depth > NESTING_LIMIT) {
                throw new SAXException(FeedErrors.TOO_DEEP);
            }
            super.startElement(uri, localName, qName, attributes);
        }

        @Override
        public void endElement(String uri, String localName, String qName) throws SAXException {
            depth--;
            super.endElement(uri, localName, qName);
        }
    }
}
