package dev.newswire.benchmarks.feeds;

import dev.newswire.ingest.feed.FeedItem;
import dev.newswire.ingest.feed.FeedPerson;
import dev.newswire.ingest.feed.FeedText;
import dev.newswire.ingest.feed.FeedTime;
import dev.newswire.ingest.feed.ParsedFeed;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A feed under the names that feedparser gives to what we keep too. */
final class FeedView {

    /** Python's None, and what a feed does not say. */
    static final Object NONE = new Object();

    private static final List<String> AUTHOR = List.of(
            "author",
            "author_detail.name",
            "author_detail.email",
            "author_detail.url",
            "author_detail.href",
            "authors.name",
            "authors.email",
            "authors.url",
            "authors.href");
    private static final List<String> OF_FEED = List.of(
            "title",
            "title_detail.value",
            "title_detail.language",
            "link",
            "id",
            "guid",
            "language",
            "subtitle",
            "subtitle_detail.value",
            "subtitle_detail.language",
            "tagline",
            "tagline_detail.value",
            "tagline_detail.language",
            "description",
            "description_detail.value",
            "updated",
            "updated_parsed",
            "modified",
            "modified_parsed",
            "published",
            "published_parsed");
    private static final List<String> OF_ITEM = List.of(
            "title",
            "title_detail.value",
            "title_detail.language",
            "link",
            "id",
            "guid",
            "language",
            "summary",
            "summary_detail.value",
            "summary_detail.language",
            "description",
            "description_detail.value",
            "content.value",
            "content.language",
            "updated",
            "updated_parsed",
            "modified",
            "modified_parsed",
            "published",
            "published_parsed",
            "issued",
            "issued_parsed");

    private static final Set<String> KEPT = Set.copyOf(Stream.of(
                    OF_FEED.stream().map(name -> "feed." + name),
                    AUTHOR.stream().map(name -> "feed." + name),
                    OF_ITEM.stream().map(name -> "entries." + name),
                    AUTHOR.stream().map(name -> "entries." + name),
                    Stream.of("entries"))
            .flatMap(names -> names)
            .toList());

    private FeedView() {}

    /** Whether a field of that name, without indexes, is one that we keep. */
    static boolean isKept(String name) {
        return KEPT.contains(name);
    }

    static Map<String, Object> of(ParsedFeed feed) {
        Map<String, Object> view = new HashMap<>();
        Map<String, Object> ofFeed = new HashMap<>();
        put(ofFeed, "link", feed.links().site());
        put(ofFeed, "id", feed.id());
        put(ofFeed, "guid", feed.id());
        put(ofFeed, "language", feed.language());
        putText(ofFeed, feed.title(), "title");
        putText(ofFeed, feed.description(), "subtitle", "tagline", "description");
        putTimes(ofFeed, feed.published(), feed.updated());
        putPeople(ofFeed, feed.authors());
        view.put("feed", ofFeed);
        view.put("entries", feed.items().stream().map(FeedView::of).toList());
        return view;
    }

    private static Map<String, Object> of(FeedItem item) {
        Map<String, Object> view = new HashMap<>();
        put(view, "link", item.link());
        put(view, "id", item.id());
        put(view, "guid", item.id());
        put(view, "language", item.language());
        putText(view, item.title(), "title");
        putText(view, item.summary() == null ? item.content() : item.summary(), "summary", "description");
        if (item.content() != null) {
            view.put("content", List.of(detail(item.content())));
        }
        putTimes(view, item.published(), item.updated());
        putPeople(view, item.authors());
        return view;
    }

    private static void put(Map<String, Object> view, String name, @Nullable Object value) {
        if (value != null) {
            view.put(name, value);
        }
    }

    private static void putText(Map<String, Object> view, @Nullable FeedText text, String... names) {
        for (String name : names) {
            if (text != null) {
                view.put(name, text);
                view.put(name + "_detail", detail(text));
            }
        }
    }

    private static Map<String, Object> detail(FeedText text) {
        Map<String, Object> detail = new HashMap<>();
        detail.put("value", text);
        detail.put("language", text.language() == null ? NONE : text.language());
        return detail;
    }

    /** As feedparser has it, what was never updated counts as updated when it was published. */
    private static void putTimes(Map<String, Object> view, @Nullable FeedTime published, @Nullable FeedTime updated) {
        putTime(view, published, "published", "issued");
        putTime(view, updated == null ? published : updated, "updated", "modified");
    }

    private static void putTime(Map<String, Object> view, @Nullable FeedTime time, String... names) {
        for (String name : names) {
            if (time != null) {
                view.put(name, time.words());
                put(view, name + "_parsed", time.at() == null ? null : tuple(time.at()));
            }
        }
    }

    /** Python's {@code struct_time}: Monday is 0, the first of January is 1. */
    private static List<Object> tuple(Instant at) {
        ZonedDateTime utc = at.atZone(ZoneOffset.UTC);
        return Stream.of(
                        utc.getYear(),
                        utc.getMonthValue(),
                        utc.getDayOfMonth(),
                        utc.getHour(),
                        utc.getMinute(),
                        utc.getSecond(),
                        utc.getDayOfWeek().getValue() - 1,
                        utc.getDayOfYear(),
                        0)
                .<Object>map(Integer::longValue)
                .toList();
    }

    private static void putPeople(Map<String, Object> view, List<FeedPerson> people) {
        if (people.isEmpty()) {
            return;
        }
        view.put("author", line(people.get(0)));
        view.put("author_detail", detail(people.get(0)));
        view.put("authors", people.stream().map(FeedView::detail).toList());
    }

    private static String line(FeedPerson person) {
        if (person.name() == null) {
            return person.email() == null ? String.valueOf(person.url()) : person.email();
        }
        return person.email() == null ? person.name() : person.name() + " (" + person.email() + ")";
    }

    private static Map<String, Object> detail(FeedPerson person) {
        Map<String, Object> detail = new HashMap<>();
        put(detail, "name", person.name());
        put(detail, "email", person.email());
        put(detail, "url", person.url());
        put(detail, "href", person.url());
        return detail;
    }
}
