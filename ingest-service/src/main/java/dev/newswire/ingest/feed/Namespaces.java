package dev.newswire.ingest.feed;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the prefixes mean at one place of a document (Namespaces in XML 1.0). They are resolved here and not by the parser,
 * because a feed that forgets to declare one is still a feed.
 */
final class Namespaces {

    private static final Namespaces NONE = new Namespaces(Map.of());

    private final Map<String, Vocabulary> byPrefix;

    private Namespaces(Map<String, Vocabulary> byPrefix) {
        this.byPrefix = byPrefix;
    }

    /** Those of the parent, or none for the root, with the declarations among the attributes. */
    static Namespaces of(@Nullable Namespaces parent, Map<String, String> attributes) {
        Map<String, Vocabulary> changed = null;
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            String name = attribute.getKey();
            if (!name.startsWith("xmlns") || (name.length() > 5 && name.charAt(5) != ':')) {
                continue;
            }
            if (changed == null) {
                changed = new HashMap<>(parent == null ? Map.of() : parent.byPrefix);
            }
            String prefix = name.length() > 5 ? name.substring(6) : "";
            changed.put(prefix, meaning(prefix, attribute.getValue(), parent == null));
        }
        if (changed != null) {
            return new Namespaces(changed);
        }
        return parent == null ? NONE : parent;
    }

    /** A default namespace of the root that is not known is taken for that of the format. */
    private static Vocabulary meaning(String prefix, String namespace, boolean isRoot) {
        Vocabulary known = Vocabulary.ofNamespace(namespace);
        if (known != null) {
            return known;
        }
        boolean isOwn = prefix.isEmpty() && (isRoot || namespace.isBlank());
        return isOwn ? Vocabulary.CORE : Vocabulary.OTHER;
    }

    Vocabulary vocabularyOf(String prefix) {
        Vocabulary declared = byPrefix.get(prefix);
        if (declared != null) {
            return declared;
        }
        return prefix.isEmpty() ? Vocabulary.CORE : Vocabulary.ofPrefix(prefix);
    }

    boolean isUndeclared(String prefix) {
        return !prefix.isEmpty() && !prefix.equals("xml") && !byPrefix.containsKey(prefix);
    }
}
