package dev.newswire.ingest.feed;

import static dev.newswire.ingest.feed.Vocabulary.CORE;
import static dev.newswire.ingest.feed.Vocabulary.DUBLIN_CORE;
import static dev.newswire.ingest.feed.Vocabulary.FEEDBURNER;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which of the links of an item or a feed is which. */
final class LinkMapper {

    private static final String REGISTRY = "http://www.iana.org/assignments/relation/";

    private LinkMapper() {}

    /** The feed's own identifier of an item. */
    static @Nullable String id(FeedElement item) {
        FeedElement guid = item.child(CORE, "guid");
        if (guid != null && !guid.text().isEmpty()) {
            return isPermanentLink(guid) ? Links.resolve(guid.base(), guid.text()) : guid.text();
        }
        String id = item.childText(CORE, "id");
        if (id != null) {
            return id;
        }
        String about = item.attributes().get("rdf:about");
        if (about != null && !about.isBlank()) {
            return about.strip();
        }
        return item.childText(DUBLIN_CORE, "identifier");
    }

    /** The page of an item or a feed: its link, else its permanent identifier; null where there is none. */
    static @Nullable String page(FeedElement parent) {
        FeedElement original = parent.child(FEEDBURNER, "origlink");
        if (original != null && !original.text().isEmpty()) {
            return absolute(original, original.text());
        }
        String link = linked(parent);
        return link == null ? permanentLink(parent) : link;
    }

    /** Addresses of Atom's links of that relation. */
    static List<String> related(FeedElement parent, String relation) {
        List<String> addresses = new ArrayList<>();
        for (FeedElement link : parent.children(CORE, "link")) {
            String address = address(link);
            if (address != null && relation(link).equals(relation)) {
                addresses.add(address);
            }
        }
        return addresses;
    }

    private static @Nullable String linked(FeedElement parent) {
        String best = null;
        int bestRank = 0;
        for (FeedElement link : parent.children(CORE, "link")) {
            String address = link.attribute("href") == null ? written(link) : address(link);
            int rank = address == null ? 0 : rank(link);
            if (rank > bestRank) {
                best = address;
                bestRank = rank;
            }
        }
        for (FeedElement location : parent.children(CORE, "loc")) {
            best = best == null ? written(location) : best;
        }
        return best;
    }

    /** The page itself before other forms of it; 0 for a link to something else. */
    private static int rank(FeedElement link) {
        if (!relation(link).equals("alternate")) {
            return 0;
        }
        String type = link.attribute("type");
        if (type == null || type.isBlank()) {
            return 2;
        }
        return type.toLowerCase(Locale.ROOT).contains("html") ? 3 : 1;
    }

    private static String relation(FeedElement link) {
        String stated = link.attribute("rel");
        String relation = stated == null || stated.isBlank() ? "alternate" : stated.strip();
        String name = relation.startsWith(REGISTRY) ? relation.substring(REGISTRY.length()) : relation;
        return name.toLowerCase(Locale.ROOT);
    }

    private static @Nullable String address(FeedElement link) {
        String address = link.attribute("href");
        return address == null ? null : absolute(link, address);
    }

    private static @Nullable String written(FeedElement link) {
        return link.text().isEmpty() ? null : absolute(link, link.text());
    }

    private static @Nullable String absolute(FeedElement element, String reference) {
        String address = Links.resolve(element.base(), reference);
        return address.isEmpty() || !Links.isHarmless(address) ? null : address;
    }

    private static @Nullable String permanentLink(FeedElement item) {
        FeedElement guid = item.child(CORE, "guid");
        if (guid != null && isPermanentLink(guid)) {
            String address = written(guid);
            return address != null && isWeb(address) ? address : null;
        }
        String about = item.attributes().get("rdf:about");
        return about != null && isWeb(about.strip()) ? about.strip() : null;
    }

    /** RSS 2.0: unless it says that it is not. */
    private static boolean isPermanentLink(FeedElement guid) {
        return !"false".equalsIgnoreCase(guid.attribute("isPermaLink"));
    }

    private static boolean isWeb(String address) {
        return address.regionMatches(true, 0, "http://", 0, 7) || address.regionMatches(true, 0, "https://", 0, 8);
    }
}
