package dev.newswire.cli.entities;

import dev.newswire.enrich.entity.NameForm;
import dev.newswire.schema.EntityDefinition;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that an entity may be called in articles. */
public final class EntitySpellings {
    private EntitySpellings() {}

    /**
     * What was asked for and, where it is the id of an entity, all spellings of that.
     *
     * @param asked ids or names
     * @param definitions by id
     */
    public static Set<String> of(List<String> asked, Map<String, EntityDefinition> definitions) {
        Set<String> spellings = new LinkedHashSet<>(asked);
        if (asked.isEmpty()) {
            return spellings;
        }
        KnownEntities known = KnownEntities.of(definitions);
        asked.stream()
                .map(known::get)
                .flatMap(entity -> entity.stream().map(KnownEntity::forms))
                .flatMap(Collection::stream)
                .map(NameForm::text)
                .forEach(spellings::add);
        return spellings;
    }
}
