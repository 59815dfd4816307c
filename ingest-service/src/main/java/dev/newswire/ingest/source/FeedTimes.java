package dev.newswire.ingest.source;

import com.rometools.rome.feed.synd.SyndEntry;
import java.util.List;
import java.util.Set;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the times of a feed's entries in the feed's own words. The feed library reads them by the time zones of the running
 * Java, differently from version to version, and drops what it cannot read; so it does not get to see them.
 */
final class FeedTimes {

    private static final Namespace OURS = Namespace.getNamespace("nw", "urn:newswire:times");
    private static final String PUBLISHED = "published";
    private static final String UPDATED = "updated";
    private static final Set<String> ENTRIES = Set.of("item", "entry");
    private static final Set<String> PUBLISHED_NAMES = Set.of("pubDate", "published", "issued", "date", "created");
    private static final Set<String> UPDATED_NAMES = Set.of("updated", "modified");

    private FeedTimes() {}

    /** Hides the times of every entry from the library. */
    static void hide(Document feed) {
        hide(feed.getRootElement());
    }

    /** When the entry was published, in the feed's own words, or null. */
    static @Nullable String published(SyndEntry entry) {
        return words(entry, PUBLISHED);
    }

    /** When the entry was updated, in the feed's own words, or null. */
    static @Nullable String updated(SyndEntry entry) {
        return words(entry, UPDATED);
    }

    private static void hide(Element element) {
        for (Element child : List.copyOf(element.getChildren())) {
            if (ENTRIES.contains(child.getName())) {
                hideOf(child);
                continue;
            }
            hide(child);
        }
    }

    private static void hideOf(Element entry) {
        for (Element child : List.copyOf(entry.getChildren())) {
            boolean isPublished = PUBLISHED_NAMES.contains(child.getName());
            if (!isPublished && !UPDATED_NAMES.contains(child.getName())) {
                continue;
            }
            entry.removeContent(child);
            String name = isPublished ? PUBLISHED : UPDATED;
            if (entry.getChild(name, OURS) == null) {
                entry.addContent(new Element(name, OURS).setText(child.getTextTrim()));
            }
        }
    }

    private static @Nullable String words(SyndEntry entry, String name) {
        for (Element element : entry.getForeignMarkup()) {
            boolean isIt =
                    element.getNamespace().equals(OURS) && element.getName().equals(name);
            if (isIt && !element.getTextTrim().isEmpty()) {
                return element.getTextTrim();
            }
        }
        return null;
    }
}
