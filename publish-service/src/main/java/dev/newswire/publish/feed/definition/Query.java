package dev.newswire.publish.feed.definition;

import dev.newswire.schema.EntityType;
import dev.newswire.schema.FeedDefinition;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * The conditions of a definition, ready to be asked.
 *
 * @param words numbers of {@link Phrases}, as are {@code wordsAll} and {@code wordsNone}
 * @param entitiesAny keys of {@link ArticleFacts}, as are {@code entitiesAll} and {@code entitiesNone}
 */
record Query(
        String feedId,
        List<String> entitiesAny,
        List<String> entitiesAll,
        List<String> entitiesNone,
        List<EntityType> types,
        List<String> sources,
        List<String> languages,
        List<String> countries,
        int[] words,
        int[] wordsAll,
        int[] wordsNone,
        float salience) {
    static Query of(FeedDefinition definition, Phrases phrases) {
        return new Query(
                definition.getFeedId(),
                keys(definition.getEntitiesAny()),
                keys(definition.getEntitiesAll()),
                keys(definition.getEntitiesNone()),
                List.copyOf(definition.getEntityTypes()),
                List.copyOf(definition.getSources()),
                definition.getLanguages().stream()
                        .map(tag -> tag.toLowerCase(Locale.ROOT))
                        .toList(),
                List.copyOf(definition.getCountries()),
                numbers(definition.getWords(), phrases),
                numbers(definition.getWordsAll(), phrases),
                numbers(definition.getWordsNone(), phrases),
                definition.getMinimumSalience());
    }

    /** Whether an article meets every condition. Loops, since this is asked many times for every article. */
    boolean accepts(ArticleFacts facts, BitSet phrases) {
        return (sources.isEmpty() || sources.contains(facts.source()))
                && hasWords(phrases)
                && hasEntities(facts)
                && hasLanguage(facts)
                && hasType(facts)
                && hasCountry(facts);
    }

    private boolean hasWords(BitSet phrases) {
        return (words.length == 0 || count(words, phrases) > 0)
                && count(wordsAll, phrases) == wordsAll.length
                && count(wordsNone, phrases) == 0;
    }

    private boolean hasEntities(ArticleFacts facts) {
        for (String key : entitiesAll) {
            if (!facts.hasEntity(key, salience)) {
                return false;
            }
        }
        for (String key : entitiesNone) {
            if (facts.hasEntity(key, 0)) {
                return false;
            }
        }
        boolean any = entitiesAny.isEmpty();
        for (int i = 0; i < entitiesAny.size() && !any; i++) {
            any = facts.hasEntity(entitiesAny.get(i), salience);
        }
        return any;
    }

    private boolean hasLanguage(ArticleFacts facts) {
        boolean any = languages.isEmpty();
        for (int i = 0; i < languages.size() && !any; i++) {
            any = facts.languages().contains(languages.get(i));
        }
        return any;
    }

    private boolean hasType(ArticleFacts facts) {
        boolean any = types.isEmpty();
        for (int i = 0; i < types.size() && !any; i++) {
            any = facts.hasType(types.get(i), salience);
        }
        return any;
    }

    private boolean hasCountry(ArticleFacts facts) {
        boolean any = countries.isEmpty();
        for (int i = 0; i < countries.size() && !any; i++) {
            any = facts.hasCountry(countries.get(i), salience);
        }
        return any;
    }

    private static int count(int[] numbers, BitSet phrases) {
        int count = 0;
        for (int number : numbers) {
            count += phrases.get(number) ? 1 : 0;
        }
        return count;
    }

    private static List<String> keys(List<String> entities) {
        return entities.stream().map(ArticleFacts::entityKey).toList();
    }

    private static int[] numbers(List<String> words, Phrases phrases) {
        return words.stream()
                .mapToInt(phrases::add)
                .filter(number -> number >= 0)
                .toArray();
    }
}
