package dev.newswire.ingest.feed;

import dev.newswire.ingest.feed.FeedException.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads feeds: RSS 0.9x to 2.0 and 1.0, Atom 0.3 and 1.0, JSON Feed 1.0 and 1.1, sitemaps (also as text) and news sitemaps. It has no
 * state and may be shared by threads.
 *
 * <p>A feed that is not as its standard asks is repaired as far as that is possible, and says so in {@link
 * ParsedFeed#repairs()}. Nothing is ever fetched for it, and no entities of its own are expanded.
 */
public final class FeedParser {

    private final FeedLimits limits;

    /** With the usual limits. */
    public FeedParser() {
        this(FeedLimits.STANDARD);
    }

    /** With limits of one's own. */
    public FeedParser(FeedLimits limits) {
        this.limits = limits;
    }

    /**
     * The feed in the document; it may have no items.
     *
     * @throws FeedException if there is none, or none that can be read
     */
    public ParsedFeed parse(FeedDocument document) throws FeedException {
        FeedCharsets.Decoded decoded = FeedCharsets.decode(document);
        List<String> repairs = new ArrayList<>();
        if (decoded.repair() != null) {
            repairs.add(decoded.repair());
        }
        String text = decoded.text();
        int start = firstVisible(text);
        if (start == text.length()) {
            throw new FeedException(Kind.EMPTY, "the feed is empty");
        }
        if (TextSitemap.begins(text, start)) {
            return TextSitemap.read(text, start, limits, repairs);
        }
        return text.charAt(start) == '{'
                ? new JsonFeed(limits, document.url(), repairs).read(text)
                : new XmlFeed(limits, document.url(), repairs).read(text);
    }

    private static int firstVisible(String text) {
        int at = 0;
        while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == '\uFEFF')) {
            at++;
        }
        return at;
    }
}
