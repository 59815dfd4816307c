package dev.newswire.cli.entities;

import dev.newswire.enrich.entity.DefinitionRules;
import dev.newswire.enrich.entity.ShippedEntity;
import dev.newswire.platform.config.SettingException;
import dev.newswire.schema.EntityDefinition;
import dev.newswire.schema.EntityType;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A definition as a person states it: what is left empty comes from the shipped entity of its id, and an id that is left
 * out from the name.
 *
 * @param place where it is stated, for messages
 * @param id entity id, or empty
 * @param name canonical name, or empty
 * @param type person, organisation, location or misc, or empty
 * @param country ISO 3166-1 alpha-2 code, or empty
 * @param wikidata item, or empty
 * @param description for people
 * @param aliases that stand for it alone
 * @param weakAliases that need support
 * @param prior 0 to 100; null where it is left open
 * @param keepsShippedNames whether the shipped names stay
 * @param disabled whether nothing is to be linked to it
 */
public record DefinitionDraft(
        String place,
        String id,
        String name,
        String type,
        String country,
        String wikidata,
        String description,
        List<String> aliases,
        List<String> weakAliases,
        @Nullable Integer prior,
        boolean keepsShippedNames,
        boolean disabled) {
    private static final int USUAL_PRIOR = 60;

    /** The id that it states, or one made of its name. */
    public String entityId() {
        return id.isEmpty() ? "nw:" + slug(name) : id;
    }

    /**
     * The whole definition.
     *
     * @param shipped entity of the same id, or null
     * @throws SettingException if it must be mended, in one sentence
     */
    public EntityDefinition complete(@Nullable ShippedEntity shipped) {
        if (shipped == null && name.isEmpty()) {
            throw new SettingException(place + ": an entity that is not shipped needs a name.");
        }
        EntityDefinition definition = EntityDefinition.newBuilder()
                .setEntityId(entityId())
                .setName(name.isEmpty() && shipped != null ? shipped.name() : name)
                .setType(entityType(shipped))
                .setAliases(aliases)
                .setWeakAliases(weakAliases)
                .setCountry(country.isEmpty() && shipped != null ? shipped.country() : country)
                .setWikidataId(wikidata.isEmpty() ? null : wikidata)
                .setDescription(description)
                .setPrior(prior != null ? prior : shipped != null ? shipped.prior() : USUAL_PRIOR)
                .setKeepsShippedNames(keepsShippedNames)
                .setDisabled(disabled)
                .build();
        DefinitionRules.mistake(definition).ifPresent(mistake -> {
            throw new SettingException(place + ": " + mistake);
        });
        return definition;
    }

    private EntityType entityType(@Nullable ShippedEntity shipped) {
        if (type.isEmpty() && shipped != null) {
            return shipped.type();
        }
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "person" -> EntityType.PERSON;
            case "organisation", "organization" -> EntityType.ORGANISATION;
            case "location" -> EntityType.LOCATION;
            case "misc" -> EntityType.MISC;
            default ->
                throw new SettingException(
                        place + ": the type is \"" + type + "\" but takes person, organisation, location or misc.");
        };
    }

    private static String slug(String name) {
        String slug = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return slug.length() > 100 ? slug.substring(0, 100) : slug;
    }
}
