package dev.newswire.publish.feed.definition;

import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.Entity;
import dev.newswire.schema.EntityType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What definitions ask of an article, looked up once for all of them. */
final class ArticleFacts {
    private static final Pattern ENTITY_ID = Pattern.compile("Q[1-9][0-9]{0,15}|nw:[a-z0-9-]{1,100}|nil:[0-9a-f]{16}");
    private static final String NAME = "name:";

    private final Map<String, Float> entities = new HashMap<>();
    private final Map<String, Float> countries = new HashMap<>();
    private final Map<EntityType, Float> types = new EnumMap<>(EntityType.class);
    private final String source;
    private final List<String> languages;

    ArticleFacts(EnrichedArticle article) {
        source = article.getSource();
        languages = languages(article.getLanguage());
        for (Entity entity : article.getEntities()) {
            float salience = entity.getSalience();
            entities.merge(entity.getEntityId(), salience, Math::max);
            entities.merge(NAME + Words.fold(entity.getName()), salience, Math::max);
            types.merge(entity.getType(), salience, Math::max);
            if (!entity.getCountry().isEmpty()) {
                countries.merge(entity.getCountry(), salience, Math::max);
            }
        }
    }

    /** What an entity of a definition, by id or by name, is looked up by. */
    static String entityKey(String idOrName) {
        return ENTITY_ID.matcher(idOrName).matches() ? idOrName : NAME + Words.fold(idOrName);
    }

    String source() {
        return source;
    }

    /** The article's language and what it is a part of: {@code pt-br}, {@code pt}; empty where it is unknown. */
    List<String> languages() {
        return languages;
    }

    Collection<String> entityKeys() {
        return entities.keySet();
    }

    Collection<String> countries() {
        return countries.keySet();
    }

    Collection<EntityType> types() {
        return types.keySet();
    }

    boolean hasEntity(String key, float salience) {
        return reaches(entities.get(key), salience);
    }

    boolean hasCountry(String code, float salience) {
        return reaches(countries.get(code), salience);
    }

    boolean hasType(EntityType type, float salience) {
        return reaches(types.get(type), salience);
    }

    private static boolean reaches(@Nullable Float greatest, float salience) {
        return greatest != null && greatest >= salience;
    }

    private static List<String> languages(@Nullable String tag) {
        List<String> tags = new ArrayList<>(2);
        String rest = tag == null ? "" : tag.toLowerCase(Locale.ROOT);
        while (!rest.isEmpty()) {
            tags.add(rest);
            rest = rest.substring(0, Math.max(0, rest.lastIndexOf('-')));
        }
        return tags;
    }
}
