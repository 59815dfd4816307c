package dev.newswire.ingest.source;

import dev.newswire.ingest.feed.FeedFormat;
import dev.newswire.ingest.feed.FeedItem;
import dev.newswire.ingest.feed.FeedPerson;
import dev.newswire.ingest.feed.FeedText;
import dev.newswire.ingest.feed.FeedTime;
import dev.newswire.ingest.feed.ParsedFeed;
import dev.newswire.ingest.normalise.Authors;
import dev.newswire.ingest.normalise.CanonicalUrl;
import dev.newswire.ingest.normalise.PublicationTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the fields of an article are, for an item of a feed.
 *
 * <p>An item's id is the article's external id, except where it is a URL: then the item's link identifies the article, so
 * that the page behind it is the same article.
 */
record FeedFields(FeedItem item, ParsedFeed feed) {

    private static final int TITLE_FROM_TEXT = 100;

    /** A link that leads nowhere still tells the item from others. */
    @Nullable
    String externalId() {
        if (item.id() == null) {
            return url() == null ? item.link() : null;
        }
        return idIsUrl() ? null : item.id();
    }

    @Nullable
    String url() {
        boolean isUsable = item.link() != null && CanonicalUrl.of(item.link()) != null;
        return isUsable ? item.link() : idIsUrl() ? item.id() : null;
    }

    @Nullable
    String title() {
        FeedText title = item.title();
        if (title != null) {
            return title.line();
        }
        FeedText text = item.text();
        return text == null ? null : beginning(text.paragraphs());
    }

    /** Its own, else those that Atom and JSON Feed state for all of their items. */
    List<String> authors() {
        List<String> own = names(item.authors());
        boolean isInherited = feed.format() == FeedFormat.ATOM || feed.format() == FeedFormat.JSON_FEED;
        return own.isEmpty() && isInherited ? names(feed.authors()) : own;
    }

    /** In the feed's words where every reader of times understands them. */
    @Nullable
    String publishedAt() {
        FeedTime published = item.published() == null ? item.updated() : item.published();
        if (published == null) {
            return null;
        }
        Instant at = published.at();
        return at == null || PublicationTime.read(published.words()) != null ? published.words() : at.toString();
    }

    /** An update announced for the future would outrank every later one. */
    @Nullable
    Long revision(Instant fetchedAt) {
        Instant updated = item.updated() == null ? null : item.updated().at();
        boolean isPossible = updated != null && updated.isAfter(Instant.EPOCH) && !updated.isAfter(fetchedAt);
        return updated != null && isPossible ? updated.toEpochMilli() : null;
    }

    private boolean idIsUrl() {
        return item.id() != null && CanonicalUrl.of(item.id()) != null;
    }

    private static List<String> names(List<FeedPerson> people) {
        List<String> names = new ArrayList<>();
        for (FeedPerson person : people) {
            String name = person.name();
            if (name != null) {
                names.addAll(namesIn(name));
            }
        }
        return Authors.clean(names);
    }

    /** One field may hold a byline; "Doe, Jo" is one name. */
    private static List<String> namesIn(String line) {
        List<String> names = Authors.ofByline(line);
        boolean isByline = names.size() > 1 && names.stream().allMatch(name -> name.indexOf(' ') > 0);
        return isByline ? names : List.of(line);
    }

    private static @Nullable String beginning(String text) {
        String line = text.lines().findFirst().orElse("").strip();
        if (line.length() <= TITLE_FROM_TEXT) {
            return line.isEmpty() ? null : line;
        }
        int end = line.lastIndexOf(' ', TITLE_FROM_TEXT);
        return line.substring(0, end < TITLE_FROM_TEXT / 2 ? TITLE_FROM_TEXT : end) + "…";
    }
}
