package dev.newswire.cli.entities;

import dev.newswire.cli.entities.KnownEntity.Origin;
import dev.newswire.enrich.entity.EntityCatalogue;
import dev.newswire.enrich.entity.EntityExtractor;
import dev.newswire.enrich.entity.NameForm;
import dev.newswire.enrich.entity.ShippedEntity;
import dev.newswire.enrich.text.Folding;
import dev.newswire.schema.EntityDefinition;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is shipped and what is defined, seen as one. */
public final class KnownEntities {
    private static final int EXACT = 0;
    private static final int BEGINS = 1;
    private static final int WITHIN = 2;
    private static final int NOT_AT_ALL = 3;

    private final EntityCatalogue catalogue;
    private final EntityExtractor extractor;
    private final Map<String, EntityDefinition> definitions;

    private KnownEntities(
            EntityCatalogue catalogue, EntityExtractor extractor, Map<String, EntityDefinition> definitions) {
        this.catalogue = catalogue;
        this.extractor = extractor;
        this.definitions = definitions;
    }

    /** The shipped tables and these definitions, by id. */
    public static KnownEntities of(Map<String, EntityDefinition> definitions) {
        return new KnownEntities(EntityCatalogue.load(), EntityExtractor.load(), definitions);
    }

    /** The same with further definitions, each in the place of an earlier one of its id. */
    public KnownEntities with(Collection<EntityDefinition> more) {
        Map<String, EntityDefinition> all = new TreeMap<>(definitions);
        more.forEach(definition -> all.put(definition.getEntityId(), definition));
        return new KnownEntities(catalogue, extractor, all);
    }

    /** The shipped entity with this id, or null. */
    public @Nullable ShippedEntity shipped(String id) {
        return catalogue.get(id);
    }

    /** What is known under this id. */
    public Optional<KnownEntity> get(String id) {
        EntityDefinition definition = definitions.get(id);
        if (definition != null) {
            return Optional.of(defined(definition));
        }
        return Optional.ofNullable(catalogue.get(id)).map(KnownEntities::known);
    }

    /** Entities whose id or one of whose names has this in it; those that have it as a name first, then by prior. */
    public List<KnownEntity> find(String text, int most) {
        String folded = Folding.fold(text.strip());
        return Stream.concat(
                        definitions.values().stream().map(this::defined),
                        catalogue.all().stream()
                                .filter(shipped -> !definitions.containsKey(shipped.id()))
                                .map(KnownEntities::known))
                .filter(entity -> rank(entity, folded) < NOT_AT_ALL)
                .sorted(Comparator.comparingInt((KnownEntity entity) -> rank(entity, folded))
                        .thenComparing(KnownEntity::prior, Comparator.reverseOrder())
                        .thenComparing(KnownEntity::id))
                .limit(most)
                .toList();
    }

    private static int rank(KnownEntity entity, String folded) {
        int best = entity.id().equalsIgnoreCase(folded) ? EXACT : NOT_AT_ALL;
        for (NameForm form : entity.forms()) {
            best = Math.min(best, rank(Folding.fold(form.text()), folded));
        }
        return best;
    }

    private static int rank(String name, String folded) {
        int at = name.indexOf(folded);
        if (at < 0) {
            return NOT_AT_ALL;
        }
        return name.length() == folded.length() ? EXACT : at == 0 ? BEGINS : WITHIN;
    }

    private static KnownEntity known(ShippedEntity shipped) {
        return new KnownEntity(
                shipped.id(),
                shipped.name(),
                shipped.type(),
                shipped.country(),
                shipped.prior(),
                item(shipped.id(), null),
                "",
                Origin.SHIPPED,
                shipped.forms());
    }

    private KnownEntity defined(EntityDefinition definition) {
        ShippedEntity shipped = catalogue.get(definition.getEntityId());
        Origin origin = shipped == null ? Origin.DEFINED : Origin.REDEFINED;
        return new KnownEntity(
                definition.getEntityId(),
                definition.getName(),
                definition.getType(),
                definition.getCountry(),
                definition.getPrior(),
                item(definition.getEntityId(), definition.getWikidataId()),
                definition.getDescription(),
                definition.getDisabled() ? Origin.DISABLED : origin,
                forms(definition, shipped));
    }

    private List<NameForm> forms(EntityDefinition definition, @Nullable ShippedEntity shipped) {
        Set<NameForm> forms = new LinkedHashSet<>(extractor.formsOf(definition));
        if (shipped != null && definition.getKeepsShippedNames()) {
            forms.addAll(shipped.forms());
        }
        return List.copyOf(forms);
    }

    private static @Nullable String item(String id, @Nullable String wikidataId) {
        return id.startsWith("Q") ? id : wikidataId;
    }
}
