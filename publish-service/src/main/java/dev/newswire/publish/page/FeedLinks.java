package dev.newswire.publish.page;

import dev.newswire.publish.render.Links;
import java.util.List;

/** Where a feed can be subscribed to. */
final class FeedLinks {
    /**
     * A form that feed readers read.
     *
     * @param name for people
     * @param suffix of the address, without the dot
     */
    record Format(String name, String suffix, String mediaType) {}

    static final List<Format> FORMATS = List.of(
            new Format("Atom", "atom", "application/atom+xml"),
            new Format("JSON Feed", "json", "application/feed+json"),
            new Format("RSS", "rss", "application/rss+xml"));

    private FeedLinks() {}

    /** Writes one link for each form, with commas between. */
    static void write(Html html, Links links, String feedId) {
        String separator = "";
        for (Format format : FORMATS) {
            html.text(separator);
            html.element("a", format.name(), "href", links.feed(feedId, format.suffix()), "type", format.mediaType());
            separator = ", ";
        }
    }
}
