package dev.newswire.publish.feed;

import dev.newswire.schema.FeedEntry;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The articles of feeds that show only one of several: all of them, and which name each other. */
public interface GroupTable {
    /** An article of a feed, whether it is shown or not; null where it is none. */
    @Nullable
    FeedEntry member(String feedId, String articleId);

    /** Puts an article in the place of what was known of it. */
    void put(FeedEntry member);

    /** Forgets an article. */
    void delete(String feedId, String articleId);

    /** All articles of a feed. */
    List<FeedEntry> members(String feedId);

    /** Notes that an article names something: another article, or its story. */
    void link(String feedId, String named, String articleId);

    /** Takes a note back. */
    void unlink(String feedId, String named, String articleId);

    /** The articles that name something. */
    Collection<String> naming(String feedId, String named);
}
