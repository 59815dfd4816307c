package dev.newswire.ingest.feed;

import dev.newswire.ingest.feed.FeedException.Kind;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The elements that feeds begin with, and what their items are called. */
final class Roots {

    private static final Set<String> ITEMS = Set.of("item", "entry");
    private static final Map<String, Set<String>> ITEMS_BY_ROOT = Map.of(
            "rss", ITEMS,
            "rdf", ITEMS,
            "feed", ITEMS,
            "channel", ITEMS,
            "urlset", Set.of("url"),
            "sitemapindex", Set.of("sitemap"));

    private Roots() {}

    /** Whether a feed can begin with an element of that name, given without a prefix. */
    static boolean isOne(String localName) {
        return ITEMS_BY_ROOT.containsKey(localName.toLowerCase(Locale.ROOT));
    }

    /**
     * What the items below this root are called, in lower case.
     *
     * @throws FeedException if it is not the root of a feed that is read
     */
    static Set<String> itemsOf(FeedElement root) throws FeedException {
        if (root.qualifiedName().equals("CHANNEL")) {
            throw new FeedException(
                    Kind.UNSUPPORTED, "the feed is in the Channel Definition Format (CDF), which is not read");
        }
        Set<String> items = ITEMS_BY_ROOT.get(root.name());
        if (items == null) {
            throw new FeedException(
                    Kind.NO_FEED,
                    "the document is no feed: it begins with the element <" + head(root.qualifiedName()) + ">");
        }
        return items;
    }

    private static String head(String name) {
        return name.length() <= 50 ? name : name.substring(0, 50) + "…";
    }
}
