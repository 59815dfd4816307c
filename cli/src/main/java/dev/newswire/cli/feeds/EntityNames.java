package dev.newswire.cli.feeds;

import dev.newswire.cli.entities.KnownEntities;
import dev.newswire.cli.entities.KnownEntity;
import dev.newswire.schema.FeedDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Puts ids in the place of the names of entities, since an id stays when a name changes. */
public final class EntityNames {
    private static final Pattern ID = Pattern.compile("Q[1-9][0-9]*|nw:.*|nil:.*");
    private static final int NAMESAKES = 50;

    private final KnownEntities known;
    private final Map<String, String> found = new TreeMap<>();

    /** @param known what enrich links names to */
    public EntityNames(KnownEntities known) {
        this.known = known;
    }

    /** Whether a definition names an entity otherwise than by its id. */
    public static boolean areIn(FeedDefinition definition) {
        return Stream.of(definition.getEntitiesAny(), definition.getEntitiesAll(), definition.getEntitiesNone())
                .flatMap(List::stream)
                .anyMatch(entity -> !ID.matcher(entity).matches());
    }

    /** The definition with ids; a name that nobody has stays, and is compared with the names in articles. */
    public FeedDefinition resolve(FeedDefinition definition) {
        return FeedDefinition.newBuilder(definition)
                .setEntitiesAny(resolve(definition.getEntitiesAny()))
                .setEntitiesAll(resolve(definition.getEntitiesAll()))
                .setEntitiesNone(resolve(definition.getEntitiesNone()))
                .build();
    }

    /** A sentence for each name that was met. */
    public List<String> notes() {
        return List.copyOf(found.values());
    }

    private List<String> resolve(List<String> entities) {
        return entities.stream().map(this::resolve).toList();
    }

    private String resolve(String entity) {
        if (ID.matcher(entity).matches()) {
            return entity;
        }
        Optional<KnownEntity> best = known.find(entity, NAMESAKES).stream()
                .filter(candidate ->
                        candidate.forms().stream().anyMatch(form -> form.text().equalsIgnoreCase(entity)))
                .findFirst();
        found.put(
                entity,
                best.map(match -> "\"" + entity + "\" is " + match.id() + " " + match.name() + ".")
                        .orElse("\"" + entity + "\" is no entity's name yet: it is looked for by this name."));
        return best.map(KnownEntity::id).orElse(entity);
    }
}
