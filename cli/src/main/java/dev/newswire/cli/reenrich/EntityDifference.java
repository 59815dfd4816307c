package dev.newswire.cli.reenrich;

import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.Entity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What reading an article anew would change in its entities.
 *
 * @param articleId the article
 * @param title its title
 * @param source its source
 * @param added entities that it is not linked to yet
 * @param removed entities that it would no longer be linked to
 * @param changed entities of which something else would be said
 */
public record EntityDifference(
        String articleId, String title, String source, List<Entity> added, List<Entity> removed, List<Change> changed) {
    /** An entity before and after. */
    public record Change(Entity before, Entity after) {}

    /** Compares what an article shows with what it would. */
    public static EntityDifference between(EnrichedArticle article, List<Entity> now) {
        Map<String, Entity> before = byId(article.getEntities());
        List<Entity> added = new ArrayList<>();
        List<Change> changed = new ArrayList<>();
        for (Entity entity : now) {
            Entity old = before.remove(entity.getEntityId());
            if (old == null) {
                added.add(entity);
            } else if (!old.equals(entity)) {
                changed.add(new Change(old, entity));
            }
        }
        return new EntityDifference(
                article.getArticleId(),
                article.getTitle(),
                article.getSource(),
                added,
                List.copyOf(before.values()),
                changed);
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }

    private static Map<String, Entity> byId(List<Entity> entities) {
        Map<String, Entity> byId = new LinkedHashMap<>();
        entities.forEach(entity -> byId.put(entity.getEntityId(), entity));
        return byId;
    }
}
