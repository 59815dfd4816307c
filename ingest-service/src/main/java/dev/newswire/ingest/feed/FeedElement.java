package dev.newswire.ingest.feed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An element of a feed with what it inherits: the base of its links and its language. */
final class FeedElement {

    private final String qualifiedName;
    private final String name;
    private final Vocabulary vocabulary;
    private final Map<String, String> attributes;
    private final String base;
    private final String language;
    private final List<Object> content = new ArrayList<>(2);

    /**
     * New and empty.
     *
     * @param qualifiedName as written, with its prefix
     * @param name without its prefix, in lower case
     * @param base that its links are resolved against, empty where there is none
     * @param language that applies to it, empty where none is stated
     */
    FeedElement(
            String qualifiedName,
            String name,
            Vocabulary vocabulary,
            Map<String, String> attributes,
            String base,
            String language) {
        this.qualifiedName = qualifiedName;
        this.name = name;
        this.vocabulary = vocabulary;
        this.attributes = attributes;
        this.base = base;
        this.language = language;
    }

    void add(FeedElement child) {
        content.add(child);
    }

    void add(String text) {
        content.add(text);
    }

    String qualifiedName() {
        return qualifiedName;
    }

    String name() {
        return name;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    String base() {
        return base;
    }

    @Nullable
    String language() {
        return language.isEmpty() ? null : language;
    }

    /** Texts and elements in their order. */
    List<Object> content() {
        return Collections.unmodifiableList(content);
    }

    boolean is(Vocabulary wanted, String wantedName) {
        return name.equals(wantedName) && (vocabulary == wanted || (wanted == Vocabulary.CORE && vocabulary.isCore()));
    }

    /** Value of an attribute, whatever its prefix and case, or null. */
    @Nullable
    String attribute(String wanted) {
        String exact = attributes.get(wanted);
        if (exact != null) {
            return exact;
        }
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            String key = attribute.getKey();
            int local = key.indexOf(':') + 1;
            if (key.length() - local == wanted.length() && key.regionMatches(true, local, wanted, 0, wanted.length())) {
                return attribute.getValue();
            }
        }
        return null;
    }

    boolean hasChildren() {
        return content.stream().anyMatch(FeedElement.class::isInstance);
    }

    List<FeedElement> children() {
        return content.stream()
                .filter(FeedElement.class::isInstance)
                .map(FeedElement.class::cast)
                .toList();
    }

    List<FeedElement> children(Vocabulary wanted, String wantedName) {
        List<FeedElement> found = List.of();
        for (Object node : content) {
            if (node instanceof FeedElement child && child.is(wanted, wantedName)) {
                found = found.isEmpty() ? new ArrayList<>(2) : found;
                found.add(child);
            }
        }
        return found;
    }

    /** The first child of that name that holds anything, else the first, or null. */
    @Nullable
    FeedElement child(Vocabulary wanted, String wantedName) {
        FeedElement first = null;
        for (Object node : content) {
            if (node instanceof FeedElement child && child.is(wanted, wantedName)) {
                if (!child.content.isEmpty()) {
                    return child;
                }
                first = first == null ? child : first;
            }
        }
        return first;
    }

    /** Text of the child, without surrounding white space; null where there is none. */
    @Nullable
    String childText(Vocabulary wanted, String wantedName) {
        FeedElement child = child(wanted, wantedName);
        String text = child == null ? "" : child.text();
        return text.isEmpty() ? null : text;
    }

    /** All text in it, without surrounding white space. */
    String text() {
        if (content.size() == 1 && content.get(0) instanceof String only) {
            return WindowsControls.mend(only.strip());
        }
        StringBuilder text = new StringBuilder();
        appendTo(text);
        return WindowsControls.mend(text.toString().strip());
    }

    private void appendTo(StringBuilder text) {
        for (Object node : content) {
            if (node instanceof FeedElement child) {
                child.appendTo(text);
            } else {
                text.append(node);
            }
        }
    }
}
