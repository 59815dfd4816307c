package dev.newswire.benchmarks.kb;

import dev.newswire.enrich.text.Folding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All drafts: merged on their id first, then on name, type and country. */
final class Drafts {
    private final Map<String, Draft> byId = new TreeMap<>();
    private final Map<String, List<Draft>> byName = new HashMap<>();

    /** Adds the draft to what is known of the same item, or of the same name, type and country. */
    Draft add(Draft draft) {
        Draft same = byId.get(draft.id());
        if (same == null && draft.id().startsWith("nw:")) {
            same = sameName(draft);
        }
        if (same != null) {
            same.absorb(draft);
            index(same, draft.name());
            return same;
        }
        byId.put(draft.id(), draft);
        index(draft, draft.name());
        draft.aliasTexts().forEach(alias -> index(draft, alias));
        return draft;
    }

    List<Draft> named(String name) {
        return byName.getOrDefault(Folding.fold(name), List.of());
    }

    boolean has(String id) {
        return byId.containsKey(id);
    }

    Collection<Draft> sorted() {
        return Collections.unmodifiableCollection(byId.values());
    }

    /** Identifier of an entity that no source gives a Wikidata item for. */
    static String slug(String name, String country) {
        String words = Folding.fold(name).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        return "nw:" + words + (country.isEmpty() ? "" : "-" + country.toLowerCase(Locale.ROOT));
    }

    private void index(Draft draft, String name) {
        List<Draft> drafts = byName.computeIfAbsent(Folding.fold(name), key -> new ArrayList<>());
        if (!drafts.contains(draft)) {
            drafts.add(draft);
        }
    }

    private @Nullable Draft sameName(Draft draft) {
        for (Draft known : named(draft.name())) {
            boolean country =
                    known.country().equals(draft.country()) || known.country().isEmpty();
            if (country && known.type().equals(draft.type())) {
                return known;
            }
        }
        return null;
    }
}
