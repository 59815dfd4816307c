package dev.newswire.cli.reenrich;

import dev.newswire.enrich.text.Folding;
import dev.newswire.schema.EnrichedArticle;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which articles are meant.
 *
 * @param sources any of; empty for all
 * @param since first received then or later; null for any time
 * @param entities ids or names of entities: an article is meant that is linked to one of them or has one of the names in
 *     its text; empty for all
 */
public record ArticleFilter(Set<String> sources, @Nullable Instant since, Set<String> entities) {
    /** Takes names in their folded spelling. */
    public static ArticleFilter of(Collection<String> sources, @Nullable Instant since, Collection<String> entities) {
        Set<String> folded = entities.stream().map(Folding::fold).collect(Collectors.toUnmodifiableSet());
        return new ArticleFilter(Set.copyOf(sources), since, folded);
    }

    /** Whether the article is meant. */
    public boolean takes(EnrichedArticle article) {
        boolean source = sources.isEmpty() || sources.contains(article.getSource());
        boolean time = since == null || !article.getFirstReceivedAt().isBefore(since);
        return source && time && (entities.isEmpty() || isLinked(article) || isNamed(article));
    }

    private boolean isLinked(EnrichedArticle article) {
        return article.getEntities().stream()
                .anyMatch(entity -> entities.contains(Folding.fold(entity.getEntityId()))
                        || entities.contains(Folding.fold(entity.getName())));
    }

    private boolean isNamed(EnrichedArticle article) {
        String text = Folding.fold(article.getTitle() + "\n" + article.getBody());
        return entities.stream().anyMatch(text::contains);
    }
}
