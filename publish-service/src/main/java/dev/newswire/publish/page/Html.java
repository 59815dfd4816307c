package dev.newswire.publish.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes HTML. Whatever is given as text or as the value of an attribute is escaped, and there is no way to write
 * anything that is not: names of elements and attributes are the only things taken as they are.
 */
final class Html {
    private static final Set<String> VOID = Set.of("meta", "link", "input", "br", "hr");
    private static final char UNPRINTABLE = '\uFFFD';

    private final StringBuilder out = new StringBuilder(16_384);
    private final Deque<String> open = new ArrayDeque<>();

    Html() {
        out.append("<!doctype html>\n");
    }

    /** Opens an element; attributes are names and values in turn, and one whose value is null is left out. */
    Html open(String element, @Nullable String... attributes) {
        out.append('<').append(element);
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            String value = attributes[i + 1];
            if (value != null) {
                out.append(' ').append(attributes[i]).append("=\"");
                escape(value);
                out.append('"');
            }
        }
        out.append('>');
        if (!VOID.contains(element)) {
            open.push(element);
        }
        return this;
    }

    /** Closes the element opened last. */
    Html close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Closes the element opened last and starts a line. */
    Html end() {
        close();
        out.append('\n');
        return this;
    }

    /** Writes text. */
    Html text(String text) {
        escape(text);
        return this;
    }

    /** Writes an element that holds nothing but text. */
    Html element(String element, String text, @Nullable String... attributes) {
        return open(element, attributes).text(text).close();
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\n', '\t' -> out.append(c);
                default -> out.append(Character.isISOControl(c) ? UNPRINTABLE : c);
            }
        }
    }
}
