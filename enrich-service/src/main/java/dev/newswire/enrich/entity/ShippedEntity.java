package dev.newswire.enrich.entity;

import dev.newswire.schema.EntityType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An entity of the shipped tables.
 *
 * @param id Wikidata item or `nw:` and a slug
 * @param name canonical name
 * @param type kind
 * @param country ISO 3166-1 alpha-2 code, or empty
 * @param prior how well known it is, 0 to 100
 * @param forms spellings, the canonical name first
 */
public record ShippedEntity(String id, String name, EntityType type, String country, int prior, List<NameForm> forms) {
    /** What two tables say of one entity, as the matcher takes it: the later one wins, and all names count. */
    static ShippedEntity over(ShippedEntity earlier, ShippedEntity later) {
        ShippedEntity merged = new ShippedEntity(
                later.id,
                later.name,
                later.type,
                later.country.isEmpty() ? earlier.country : later.country,
                Math.max(earlier.prior, later.prior),
                List.of());
        return merged.with(later.forms, earlier.forms);
    }

    /** The same entity under the spellings of both lists. */
    ShippedEntity with(List<NameForm> first, List<NameForm> more) {
        Set<NameForm> all = new LinkedHashSet<>(first);
        all.addAll(more);
        return new ShippedEntity(id, name, type, country, prior, List.copyOf(all));
    }
}
