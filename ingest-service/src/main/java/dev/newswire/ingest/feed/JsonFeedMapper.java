package dev.newswire.ingest.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a JSON Feed and its items say. A value of the wrong type counts as none, but numbers stand for texts. */
final class JsonFeedMapper {

    /** Fields of a feed that are read, besides its items. */
    static final Set<String> FIELDS = Set.of(
            "version",
            "title",
            "description",
            "home_page_url",
            "feed_url",
            "next_url",
            "language",
            "author",
            "authors",
            "hubs");

    /** Fields of an item that are read. */
    static final Set<String> ITEM_FIELDS = Set.of(
            "id",
            "url",
            "title",
            "summary",
            "content_html",
            "content_text",
            "date_published",
            "date_modified",
            "language",
            "author",
            "authors",
            "tags");

    private final String base;

    JsonFeedMapper(@Nullable String base) {
        this.base = base == null ? "" : base;
    }

    ParsedFeed feed(ObjectNode feed, String version, List<FeedItem> items, long dropped, List<String> repairs) {
        String self = address(feed, "feed_url");
        return new ParsedFeed(
                FeedFormat.JSON_FEED,
                version,
                self,
                plain(feed, "title"),
                plain(feed, "description"),
                new FeedLinks(address(feed, "home_page_url"), self, address(feed, "next_url"), hubs(feed)),
                text(feed, "language"),
                authors(feed),
                null,
                null,
                FeedSchedule.NONE,
                List.copyOf(items),
                dropped,
                List.copyOf(repairs));
    }

    FeedItem item(ObjectNode item) {
        String id = text(item, "id");
        String link = address(item, "url");
        return new FeedItem(
                id,
                link == null && id != null && id.matches("https?://.+") ? id : link,
                plain(item, "title"),
                authors(item),
                FeedTimes.of(text(item, "date_published")),
                FeedTimes.of(text(item, "date_modified")),
                plain(item, "summary"),
                content(item),
                text(item, "language"),
                tags(item),
                null);
    }

    private @Nullable FeedText content(ObjectNode item) {
        String html = text(item, "content_html");
        String clean = html == null ? "" : HtmlSanitiser.clean(html, base);
        return clean.isEmpty() ? plain(item, "content_text") : new FeedText(clean, true, text(item, "language"));
    }

    private static @Nullable FeedText plain(ObjectNode parent, String name) {
        String text = text(parent, name);
        return text == null ? null : new FeedText(text, false, text(parent, "language"));
    }

    /** Version 1.0 has one author, 1.1 a list. */
    private List<FeedPerson> authors(ObjectNode parent) {
        List<FeedPerson> people = new ArrayList<>();
        JsonNode authors = parent.path("authors").isArray() ? parent.path("authors") : parent.path("author");
        for (JsonNode author : authors.isObject() ? List.of(authors) : authors) {
            String name = author.isTextual() ? author.textValue().strip() : text(author, "name");
            String url = address(author, "url");
            if ((name != null && !name.isEmpty()) || url != null) {
                people.add(new FeedPerson(name, null, url));
            }
        }
        return people;
    }

    private List<String> hubs(ObjectNode feed) {
        List<String> hubs = new ArrayList<>();
        for (JsonNode hub : feed.path("hubs")) {
            String address = address(hub, "url");
            if (address != null) {
                hubs.add(address);
            }
        }
        return hubs;
    }

    private static List<String> tags(ObjectNode item) {
        Set<String> tags = new LinkedHashSet<>();
        for (JsonNode tag : item.path("tags")) {
            if (tag.isTextual() && !tag.textValue().isBlank()) {
                tags.add(tag.textValue().strip());
            }
        }
        return List.copyOf(tags);
    }

    private @Nullable String address(JsonNode parent, String name) {
        String stated = text(parent, name);
        String address = stated == null ? "" : Links.resolve(base, stated);
        return address.isEmpty() || !Links.isHarmless(address) ? null : address;
    }

    private static @Nullable String text(JsonNode parent, String name) {
        JsonNode value = parent.path(name);
        String text = value.isTextual() || value.isNumber() ? value.asText().strip() : "";
        return text.isEmpty() ? null : text;
    }
}
