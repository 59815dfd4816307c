package dev.newswire.ingest.poll;

import java.util.Locale;

/** What is behind the URL of a source. */
public enum SourceType {
    /** Its content decides. */
    AUTO,
    /** RSS, Atom or JSON Feed. */
    FEED,
    /** A sitemap or an index of sitemaps; what it names is fetched. */
    SITEMAP,
    /** A page that is itself read for articles. */
    PAGE;

    /** As the list of sources writes it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
