package dev.newswire.ingest.feed;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The vocabularies whose elements mean something in a feed. */
enum Vocabulary {
    /** The format itself: RSS of every version, Atom 0.3, sitemaps. */
    CORE,
    /** Atom 1.0: the format itself too, with types of text that RSS has not. */
    ATOM,
    CONTENT,
    DUBLIN_CORE,
    DUBLIN_CORE_TERMS,
    FEEDBURNER,
    ITUNES,
    MEDIA,
    NEWS,
    RDF,
    SYNDICATION,
    XHTML,
    /** Any other. */
    OTHER;

    private static final Map<String, Vocabulary> BY_NAMESPACE = Map.ofEntries(
            Map.entry("www.w3.org/2005/atom", ATOM),
            Map.entry("purl.org/atom/ns", CORE),
            Map.entry("my.netscape.com/rdf/simple/0.9", CORE),
            Map.entry("channel.netscape.com/rdf/simple/0.9", CORE),
            Map.entry("my.netscape.com/publish/formats/rss-0.91.dtd", CORE),
            Map.entry("purl.org/rss/1.0", CORE),
            Map.entry("purl.org/net/rss1.1", CORE),
            Map.entry("backend.userland.com/rss", CORE),
            Map.entry("backend.userland.com/rss2", CORE),
            Map.entry("backend.userland.com/rss091", CORE),
            Map.entry("blogs.law.harvard.edu/tech/rss", CORE),
            Map.entry("cyber.law.harvard.edu/rss", CORE),
            Map.entry("www.rssboard.org/rss-specification", CORE),
            Map.entry("www.sitemaps.org/schemas/sitemap/0.9", CORE),
            Map.entry("www.google.com/schemas/sitemap/0.84", CORE),
            Map.entry("www.google.com/schemas/sitemap/0.9", CORE),
            Map.entry("purl.org/rss/1.0/modules/content", CONTENT),
            Map.entry("purl.org/dc/elements/1.0", DUBLIN_CORE),
            Map.entry("purl.org/dc/elements/1.1", DUBLIN_CORE),
            Map.entry("purl.org/rss/1.0/modules/dcterms", DUBLIN_CORE_TERMS),
            Map.entry("purl.org/dc/terms", DUBLIN_CORE_TERMS),
            Map.entry("rssnamespace.org/feedburner/ext/1.0", FEEDBURNER),
            Map.entry("www.itunes.com/dtds/podcast-1.0.dtd", ITUNES),
            Map.entry("search.yahoo.com/mrss", MEDIA),
            Map.entry("tools.search.yahoo.com/mrss", MEDIA),
            Map.entry("video.search.yahoo.com/mrss", MEDIA),
            Map.entry("www.google.com/schemas/sitemap-news/0.9", NEWS),
            Map.entry("www.w3.org/1999/02/22-rdf-syntax-ns", RDF),
            Map.entry("purl.org/rss/1.0/modules/syndication", SYNDICATION),
            Map.entry("www.w3.org/1999/xhtml", XHTML));

    /** What a prefix means by custom, where a feed forgot to declare it. */
    private static final Map<String, Vocabulary> BY_PREFIX = Map.ofEntries(
            Map.entry("atom", ATOM),
            Map.entry("atom10", ATOM),
            Map.entry("rss", CORE),
            Map.entry("content", CONTENT),
            Map.entry("dc", DUBLIN_CORE),
            Map.entry("dcterms", DUBLIN_CORE_TERMS),
            Map.entry("feedburner", FEEDBURNER),
            Map.entry("itunes", ITUNES),
            Map.entry("media", MEDIA),
            Map.entry("news", NEWS),
            Map.entry("rdf", RDF),
            Map.entry("sy", SYNDICATION),
            Map.entry("xhtml", XHTML));

    /** Whether its elements are those of the feed's own format. */
    boolean isCore() {
        return this == CORE || this == ATOM;
    }

    /** By namespace, compared without scheme, case and final slash or hash, which feeds get wrong; null if unknown. */
    static @Nullable Vocabulary ofNamespace(String namespace) {
        String name = namespace.strip().toLowerCase(Locale.ROOT);
        int scheme = name.indexOf("://");
        int end = name.length();
        while (end > 0 && (name.charAt(end - 1) == '/' || name.charAt(end - 1) == '#')) {
            end--;
        }
        int start = scheme < 0 ? 0 : scheme + 3;
        return start >= end ? null : BY_NAMESPACE.get(name.substring(start, end));
    }

    static Vocabulary ofPrefix(String prefix) {
        return BY_PREFIX.getOrDefault(prefix.toLowerCase(Locale.ROOT), OTHER);
    }
}
