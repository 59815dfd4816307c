package dev.newswire.ingest.source;

import dev.newswire.ingest.page.BlockModel;
import dev.newswire.platform.serde.TrustedRecords;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The public door: the reader for each form of document. */
public final class Readers {

    private static final Logger LOG = LoggerFactory.getLogger(Readers.class);

    private final JsonReader json;
    private final HtmlReader html;
    private final FeedReader feed = new FeedReader();
    private final ScrapedPageReader scrapedPage = new ScrapedPageReader();

    /** Readers for every form, with the standard limits. */
    public Readers() {
        this(JsonLimits.STANDARD);
    }

    /** Readers for every form. */
    public Readers(JsonLimits limits) {
        this(limits, BlockModel.shipped());
    }

    /** Readers for every form that judge the blocks of a page by this model. */
    public Readers(JsonLimits limits, BlockModel model) {
        json = new JsonReader(limits);
        html = new HtmlReader(model);
        TrustedRecords.trust();
    }

    /**
     * Reads a document of a known form; {@link DocumentType#NDJSON} is read line by line with {@link #readLine}. Whatever
     * the document holds, this returns.
     */
    public List<Reading> read(DocumentType type, Document document) {
        try {
            return readSafely(type, document);
        } catch (RuntimeException | StackOverflowError fault) {
            LOG.warn("Failed to read a document as {}", type, fault);
            return List.of(new Reading.Refused(Refusal.of(fault), Place.WHOLE, document.whole()));
        }
    }

    /** Reads one line of NDJSON. */
    public Reading readLine(Document line, int item, int lineNumber) {
        Place place = new Place(item, "", lineNumber);
        try {
            return json.readLine(line, place);
        } catch (RuntimeException | StackOverflowError fault) {
            LOG.warn("Failed to read a line", fault);
            return new Reading.Refused(Refusal.of(fault), place, line.whole());
        }
    }

    private List<Reading> readSafely(DocumentType type, Document document) {
        return switch (type) {
            case JSON -> json.read(document);
            case HTML -> html.read(document);
            case FEED -> feed.read(document);
            case SCRAPED_PAGE -> scrapedPage.read(document);
            case NDJSON -> throw new IllegalArgumentException("JSON lines are read one by one");
            case EMPTY -> refused(document, Rule.EMPTY, "the document is empty");
            case BINARY -> refused(document, Rule.BINARY, "the document is binary data, not text in UTF-8");
            case OTHER_XML ->
                refused(
                        document,
                        Rule.UNSUPPORTED,
                        "the document is XML but neither a feed (RSS, Atom, sitemap) nor a page");
            case ARCHIVE ->
                refused(
                        document,
                        Rule.UNSUPPORTED,
                        "the document is an archive (WARC, ARC): bring it in with newswire backfill");
        };
    }

    private static List<Reading> refused(Document document, Rule rule, String reason) {
        return List.of(new Reading.Refused(Refusal.of(rule, reason), Place.WHOLE, document.whole()));
    }
}
