package dev.newswire.ingest.feed;

import dev.newswire.ingest.feed.FeedException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * Reads a feed of XML: as it stands where it is well-formed, else with its characters mended, else with a parser that closes
 * what is left open.
 */
final class XmlFeed {

    /** How Java's own parser begins what it says of its limits. */
    private static final String PARSER_LIMIT = ": JAXP0";

    private final FeedLimits limits;
    private final @Nullable String url;
    private final List<String> repairs;

    /** Adds what had to be repaired to the list. */
    XmlFeed(FeedLimits limits, @Nullable String url, List<String> repairs) {
        this.limits = limits;
        this.url = url;
        this.repairs = repairs;
    }

    ParsedFeed read(String text) throws FeedException {
        Prologue prologue = Prologue.of(text);
        if (prologue.rootAt() == text.length()) {
            throw new FeedException(Kind.NO_FEED, "the document has no element");
        }
        if (prologue.hasJunk()) {
            repairs.add("the feed is not well-formed: something stands before its beginning");
        }
        Collected strictly = new Collected(limits, url);
        try {
            XmlFeedSource.read(text, prologue.rootAt(), strictly.tree());
            return strictly.feed(repairs);
        } catch (SAXException broken) {
            return repaired(text, prologue, "not well-formed, " + describe(broken, text, prologue));
        }
    }

    private ParsedFeed repaired(String text, Prologue prologue, String fault) throws FeedException {
        if (fault.contains(PARSER_LIMIT)) {
            throw new FeedException(Kind.LIMIT, "the feed exceeds a limit of the XML parser");
        }
        if (text.length() > limits.repairedBytes()) {
            throw new FeedException(Kind.SYNTAX, "the feed is " + fault + ", and too large to be repaired");
        }
        DocumentType documentType = prologue.documentType();
        Map<String, String> entities = documentType == null ? Map.of() : documentType.entities();
        String mended = TextRepair.mend(text.substring(prologue.rootAt()), entities);
        Collected withCharacters = new Collected(limits, url);
        try {
            XmlFeedSource.read(mended, 0, withCharacters.tree());
            if (documentType == null) {
                repairs.add("the feed is " + fault + "; its characters were repaired");
            }
            return withCharacters.feed(repairs);
        } catch (SAXException stillBroken) {
            repairs.add("the feed is " + fault + "; its structure was repaired");
            Collected leniently = new Collected(limits, url);
            MendedFeedSource.read(mended, leniently.tree());
            return leniently.feed(repairs);
        }
    }

    private static String describe(SAXException broken, String text, Prologue prologue) {
        return XmlFeedSource.describe(broken, text, prologue.rootAt());
    }

    /** The items of one attempt. */
    private static final class Collected {
        private final List<FeedItem> items = new ArrayList<>();
        private final FeedLimits limits;
        private final FeedTree tree;
        private long dropped;

        Collected(FeedLimits limits, @Nullable String url) {
            this.limits = limits;
            this.tree = new FeedTree(limits, url, this::add);
        }

        FeedTree tree() {
            return tree;
        }

        ParsedFeed feed(List<String> repairs) throws FeedException {
            FeedElement root = tree.root();
            if (root == null) {
                throw new FeedException(Kind.NO_FEED, "the document has no element");
            }
            if (!tree.undeclaredPrefixes().isEmpty()) {
                repairs.add("the feed uses prefixes that it does not declare: "
                        + String.join(", ", tree.undeclaredPrefixes()));
            }
            return FeedMapper.map(root, items, dropped, repairs);
        }

        private void add(FeedElement item) {
            if (items.size() < limits.items()) {
                items.add(ItemMapper.map(item));
            } else {
                dropped++;
            }
        }
    }
}
