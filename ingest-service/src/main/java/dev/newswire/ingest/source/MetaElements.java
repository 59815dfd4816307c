package dev.newswire.ingest.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The {@code meta} elements of a page by what they are named, whichever of the four attributes names them. */
final class MetaElements {

    private static final List<String> NAMING = List.of("property", "name", "itemprop", "http-equiv");

    /** Pages have dozens; more is hostile. */
    private static final int MOST = 1_000;

    private final Map<String, List<String>> contents = new LinkedHashMap<>();
    private int count;

    /** Takes one in. */
    void add(Element meta) {
        String content = meta.attr("content").strip();
        if (content.isEmpty() || count >= MOST) {
            return;
        }
        for (String attribute : NAMING) {
            String name = meta.attr(attribute).strip().toLowerCase(Locale.ROOT);
            if (!name.isEmpty()) {
                count++;
                contents.computeIfAbsent(name, absent -> new ArrayList<>()).add(content);
            }
        }
    }

    /** The content of the first of these names that is there, or null. */
    @Nullable
    String first(String... names) {
        for (String name : names) {
            List<String> found = contents.get(name);
            if (found != null) {
                return found.get(0);
            }
        }
        return null;
    }

    /** All contents under this name. */
    List<String> all(String name) {
        return contents.getOrDefault(name, List.of());
    }

    /** All of them in the order of the page. */
    Map<String, List<String>> all() {
        return contents;
    }
}
