package dev.newswire.ingest.source;

import com.rometools.rome.feed.synd.SyndEntry;

/** What a dead letter keeps of a feed's entry: the parser keeps no bytes, so the values that tell which entry it was. */
final class FeedEvidence {

    private FeedEvidence() {}

    static Excerpt of(SyndEntry entry) {
        String description =
                entry.getDescription() == null ? "" : entry.getDescription().getValue();
        return Excerpt.of("id: " + entry.getUri() + "\nlink: " + entry.getLink() + "\ntitle: " + entry.getTitle()
                + "\n\n" + description + "\n");
    }
}
