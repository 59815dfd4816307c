package dev.newswire.ingest.feed;

import static dev.newswire.ingest.feed.Vocabulary.CONTENT;
import static dev.newswire.ingest.feed.Vocabulary.CORE;
import static dev.newswire.ingest.feed.Vocabulary.DUBLIN_CORE;
import static dev.newswire.ingest.feed.Vocabulary.DUBLIN_CORE_TERMS;
import static dev.newswire.ingest.feed.Vocabulary.ITUNES;
import static dev.newswire.ingest.feed.Vocabulary.MEDIA;
import static dev.newswire.ingest.feed.Vocabulary.NEWS;
import static dev.newswire.ingest.feed.Vocabulary.XHTML;

import dev.newswire.ingest.feed.Choice.Name;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an item of RSS or Atom, or an address of a sitemap, says. Of elements that say the same, the first in a list wins. */
final class ItemMapper {

    static final List<Name> TITLE = Choice.of(CORE, "title")
            .or(DUBLIN_CORE, "title")
            .or(DUBLIN_CORE_TERMS, "title")
            .or(NEWS, "title")
            .or(MEDIA, "title")
            .or(ITUNES, "title")
            .names();
    static final List<Name> PUBLISHED = Choice.of(CORE, "pubdate")
            .or(CORE, "published")
            .or(CORE, "issued")
            .or(DUBLIN_CORE_TERMS, "issued")
            .or(DUBLIN_CORE, "date")
            .or(DUBLIN_CORE_TERMS, "date")
            .or(DUBLIN_CORE_TERMS, "created")
            .or(CORE, "created")
            .or(NEWS, "publication_date")
            .names();
    static final List<Name> UPDATED = Choice.of(CORE, "updated")
            .or(CORE, "modified")
            .or(DUBLIN_CORE_TERMS, "modified")
            .or(CORE, "lastmod")
            .names();
    private static final List<Name> SUMMARY = Choice.of(CORE, "description")
            .or(CORE, "summary")
            .or(DUBLIN_CORE_TERMS, "abstract")
            .or(DUBLIN_CORE, "description")
            .or(ITUNES, "summary")
            .or(MEDIA, "description")
            .or(ITUNES, "subtitle")
            .names();
    private static final List<Name> FULL_TEXT = Choice.of(CONTENT, "encoded")
            .or(CORE, "content")
            .or(CORE, "fullitem")
            .or(XHTML, "body")
            .or(XHTML, "div")
            .or(CORE, "body")
            .names();
    private static final int CATEGORIES = 100;

    private ItemMapper() {}

    static FeedItem map(FeedElement item) {
        unwrap(item, NEWS, "news");
        unwrap(item, MEDIA, "group");
        return new FeedItem(
                LinkMapper.id(item),
                LinkMapper.page(item),
                text(item, TITLE),
                authors(item),
                time(item, PUBLISHED),
                time(item, UPDATED),
                text(item, SUMMARY),
                content(item),
                language(item),
                categories(item),
                publisher(item));
    }

    /** What stands in a wrapper belongs to the item. */
    private static void unwrap(FeedElement item, Vocabulary vocabulary, String name) {
        for (FeedElement wrapper : item.children(vocabulary, name)) {
            wrapper.children().forEach(item::add);
        }
    }

    /** The first of the names that holds a text. */
    static @Nullable FeedText text(FeedElement parent, List<Name> names) {
        for (Name name : names) {
            for (FeedElement child : parent.children(name.vocabulary(), name.local())) {
                FeedText text = TypedText.of(child);
                if (text != null) {
                    return text;
                }
            }
        }
        return null;
    }

    /** The first of the names that holds a time that can be read, else words. */
    static @Nullable FeedTime time(FeedElement parent, List<Name> names) {
        FeedTime words = null;
        for (Name name : names) {
            for (FeedElement child : parent.children(name.vocabulary(), name.local())) {
                FeedTime time = FeedTimes.of(child.text());
                if (time != null && time.at() != null) {
                    return time;
                }
                words = words == null ? time : words;
            }
        }
        return words;
    }

    static @Nullable String language(FeedElement parent) {
        for (Name name : Choice.of(CORE, "language").or(DUBLIN_CORE, "language").names()) {
            String stated = parent.childText(name.vocabulary(), name.local());
            if (stated != null) {
                return stated.replace('_', '-');
            }
        }
        FeedElement publication = parent.child(NEWS, "publication");
        String ofPublication = publication == null ? null : publication.childText(NEWS, "language");
        return ofPublication == null ? parent.language() : ofPublication;
    }

    /** Of several, the longest that is HTML, else the longest: they are the same text in different forms. */
    private static @Nullable FeedText content(FeedElement item) {
        for (Name name : FULL_TEXT) {
            FeedText best = null;
            for (FeedElement child : item.children(name.vocabulary(), name.local())) {
                FeedText text = TypedText.of(child);
                best = text != null && isBetter(text, best) ? text : best;
            }
            if (best != null) {
                return best;
            }
        }
        return null;
    }

    private static boolean isBetter(FeedText text, @Nullable FeedText best) {
        if (best == null || text.isHtml() != best.isHtml()) {
            return best == null || text.isHtml();
        }
        return text.value().length() > best.value().length();
    }

    /** An entry without authors that names its source has the source's (RFC 4287, section 4.2.1). */
    private static List<FeedPerson> authors(FeedElement item) {
        List<FeedPerson> own = People.of(item);
        FeedElement source = item.child(CORE, "source");
        return own.isEmpty() && source != null ? People.of(source) : own;
    }

    private static List<String> categories(FeedElement item) {
        Set<String> names = new LinkedHashSet<>();
        for (FeedElement category : item.children(CORE, "category")) {
            String label = category.attribute("label");
            String term = label == null || label.isBlank() ? category.attribute("term") : label;
            add(term == null ? category.text() : term, names);
        }
        item.children(DUBLIN_CORE, "subject").forEach(subject -> add(subject.text(), names));
        for (FeedElement keywords : item.children(NEWS, "keywords")) {
            for (String keyword : keywords.text().split(",")) {
                add(keyword, names);
            }
        }
        return List.copyOf(names);
    }

    private static void add(String name, Set<String> names) {
        if (!name.isBlank() && names.size() < CATEGORIES) {
            names.add(name.strip());
        }
    }

    private static @Nullable String publisher(FeedElement item) {
        String publisher = item.childText(DUBLIN_CORE, "publisher");
        if (publisher != null) {
            return publisher;
        }
        FeedElement publication = item.child(NEWS, "publication");
        if (publication != null) {
            return publication.childText(NEWS, "name");
        }
        FeedElement source = item.child(CORE, "source");
        if (source == null) {
            return null;
        }
        FeedText title = source.hasChildren() ? text(source, TITLE) : TypedText.of(source);
        return title == null ? null : title.line();
    }
}
