package dev.newswire.publish.feed.definition;

import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.Entity;
import dev.newswire.schema.FeedDefinition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Says why an article meets a definition, for people. */
public final class MatchReasons {
    private static final int MOST = 12;

    private MatchReasons() {}

    /** The reasons, at most 12; empty where the article does not meet the definition. */
    public static Optional<List<String>> of(FeedDefinition definition, EnrichedArticle article) {
        Phrases phrases = new Phrases();
        Query query = Query.of(definition, phrases);
        ArticleFacts facts = new ArticleFacts(article);
        if (!query.accepts(facts, phrases.in(article.getTitle(), article.getBody()))) {
            return Optional.empty();
        }
        List<String> reasons = new ArrayList<>();
        for (Entity entity : article.getEntities()) {
            if (entity.getSalience() >= query.salience() && counts(query, entity)) {
                reasons.add(line(entity));
            }
        }
        words(definition.getWordsAll(), article, reasons);
        words(definition.getWords(), article, reasons);
        if (!query.sources().isEmpty()) {
            reasons.add("source " + article.getSource());
        }
        if (!query.languages().isEmpty()) {
            reasons.add("language " + article.getLanguage());
        }
        if (reasons.isEmpty()) {
            reasons.add("no condition that it does not meet");
        }
        return Optional.of(reasons.subList(0, Math.min(MOST, reasons.size())));
    }

    private static boolean counts(Query query, Entity entity) {
        Predicate<String> isNamed =
                key -> key.equals(entity.getEntityId()) || key.equals(ArticleFacts.entityKey(entity.getName()));
        return query.entitiesAny().stream().anyMatch(isNamed)
                || query.entitiesAll().stream().anyMatch(isNamed)
                || query.types().contains(entity.getType())
                || query.countries().contains(entity.getCountry());
    }

    private static String line(Entity entity) {
        String country = entity.getCountry().isEmpty() ? "" : ", " + entity.getCountry();
        return String.format(
                Locale.ROOT,
                "%s %s %s%s, salience %.2f",
                entity.getType().name().toLowerCase(Locale.ROOT),
                entity.getEntityId(),
                entity.getName(),
                country,
                entity.getSalience());
    }

    private static void words(List<String> words, EnrichedArticle article, List<String> reasons) {
        for (String word : words) {
            Phrases one = new Phrases();
            int number = one.add(word);
            BitSet inTitle = one.in(article.getTitle());
            if (number >= 0 && inTitle.get(number)) {
                reasons.add("\"" + word + "\" in the title");
            } else if (number >= 0 && one.in(article.getBody()).get(number)) {
                reasons.add("\"" + word + "\" in the text");
            }
        }
    }
}
