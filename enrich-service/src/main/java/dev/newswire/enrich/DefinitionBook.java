package dev.newswire.enrich;

import dev.newswire.schema.EntityDefinition;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The definitions of entities by id. Where there are more than it takes, those with the greatest ids are left out, so that
 * the order in which they come does not matter.
 */
final class DefinitionBook {
    private final NavigableMap<String, EntityDefinition> definitions = new TreeMap<>();
    private final int most;

    /** @param most definitions that it takes */
    DefinitionBook(int most) {
        this.most = most;
    }

    /**
     * Takes in what was last said of an entity.
     *
     * @param definition null takes back what was said before
     * @return whether anything is other than before
     */
    boolean put(String entityId, @Nullable EntityDefinition definition) {
        if (definition == null) {
            return definitions.remove(entityId) != null;
        }
        boolean changed = !definition.equals(definitions.put(entityId, definition));
        if (definitions.size() > most) {
            definitions.pollLastEntry();
        }
        return changed;
    }

    /** All of them, in the order of their ids. */
    Collection<EntityDefinition> all() {
        return definitions.values();
    }
}
