package dev.newswire.ingest.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item of a feed; null stands for what it does not say.
 *
 * @param id the feed's own identifier: guid, Atom id, {@code rdf:about}
 * @param link page of the item, absolute where there is a base; the permanent link where that is all there is
 * @param title headline
 * @param authors in the feed's order
 * @param published when it was published
 * @param updated when it was last changed
 * @param summary what the feed offers as description
 * @param content the full text, where the feed has one apart from the summary
 * @param language BCP 47 tag of the item, its own or inherited
 * @param categories names, each once
 * @param publisher name of who published it, where the item says so
 */
public record FeedItem(
        @Nullable String id,
        @Nullable String link,
        @Nullable FeedText title,
        List<FeedPerson> authors,
        @Nullable FeedTime published,
        @Nullable FeedTime updated,
        @Nullable FeedText summary,
        @Nullable FeedText content,
        @Nullable String language,
        List<String> categories,
        @Nullable String publisher) {

    /** The same item with another link. */
    FeedItem withLink(String other) {
        return new FeedItem(
                id, other, title, authors, published, updated, summary, content, language, categories, publisher);
    }

    /** The longest text that the item offers, or null. */
    public @Nullable FeedText text() {
        if (content == null || summary == null) {
            return content == null ? summary : content;
        }
        return summary.value().length() > content.value().length() ? summary : content;
    }

    /** What tells the item from the others of its feed: its id, else its link; null where it has neither. */
    public @Nullable String identity() {
        return id == null ? link : id;
    }

    /** Whether it offers the beginning of its text at most, so that the page is worth fetching. */
    public boolean isTeaser() {
        return Teasers.isTeaser(this);
    }

    /** Whether its own title or category says that it is an advertisement. */
    public boolean isAdvertisement() {
        return Advertisements.isMarked(this);
    }
}
