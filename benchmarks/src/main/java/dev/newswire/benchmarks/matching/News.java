package dev.newswire.benchmarks.matching;

import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.Entity;
import dev.newswire.schema.EntityType;
import dev.newswire.schema.FeedDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;

/**
 * Articles and definitions that nobody wrote: words, entities and sources are as unevenly common as in the news (Zipf), and
 * of the same for the same seed.
 */
public final class News {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int VOCABULARY = 60_000;
    private static final int ENTITIES = 50_000;
    private static final int SOURCES = 400;
    private static final int WORDS = 400;
    private static final String[] COUNTRIES = Locale.getISOCountries();
    private static final String[] LANGUAGES = {"en", "en", "en", "en", "de", "fr", "es", "ja"};

    private final Random random;

    /** @param seed the same seed gives the same articles and definitions */
    public News(long seed) {
        this.random = new Random(seed);
    }

    /** An article of 400 words that names a dozen entities. */
    public EnrichedArticle article(int number) {
        TreeMap<Integer, Entity> entities = new TreeMap<>();
        for (int i = 0; i < 12; i++) {
            int entity = common(ENTITIES);
            entities.put(entity, entity(entity));
        }
        return EnrichedArticle.newBuilder()
                .setArticleId("article-" + number)
                .setRevision(number)
                .setSource("source-" + common(SOURCES))
                .setTitle(text(10))
                .setBody(text(WORDS))
                .setLanguage(LANGUAGES[random.nextInt(LANGUAGES.length)])
                .setReceivedAt(NOON)
                .setFirstReceivedAt(NOON)
                .setContentHash("")
                .setEntities(new ArrayList<>(entities.values()))
                .setRulesVersion("")
                .build();
    }

    /** A definition of one of six kinds: what people follow is less uneven than what is written about. */
    public FeedDefinition definition(int number) {
        FeedDefinition.Builder definition =
                FeedDefinition.newBuilder().setFeedId("feed-" + number).setTitle("Feed " + number);
        switch (number % 6) {
            case 0 -> definition.setEntitiesAny(entities(3));
            case 1 -> definition.setEntitiesAll(entities(2)).setMinimumSalience(0.1f);
            case 2 -> definition.setWords(List.of(word(rare()), word(rare()) + " " + word(rare())));
            case 3 ->
                definition
                        .setSources(List.of("source-" + random.nextInt(SOURCES)))
                        .setWords(List.of(word(rare())))
                        .setWordsNone(List.of(word(rare())));
            case 4 ->
                definition
                        .setCountries(List.of(COUNTRIES[random.nextInt(COUNTRIES.length)]))
                        .setLanguages(List.of("de"))
                        .setEntitiesAny(entities(2));
            default ->
                definition
                        .setEntityTypes(List.of(EntityType.PERSON))
                        .setEntitiesAny(entities(2))
                        .setEntitiesNone(entities(1))
                        .setMinimumSalience(0.2f);
        }
        return definition.build();
    }

    private List<String> entities(int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add("Q" + (50 + random.nextInt(ENTITIES - 50)));
        }
        return ids;
    }

    private Entity entity(int number) {
        return Entity.newBuilder()
                .setEntityId("Q" + (number + 1))
                .setName("Entity " + word(number))
                .setType(EntityType.values()[number % 4])
                .setSalience(random.nextFloat())
                .setConfidence(1)
                .setMentions(List.of())
                .setCountry(COUNTRIES[number % COUNTRIES.length])
                .build();
    }

    private String text(int words) {
        StringBuilder text = new StringBuilder(words * 8);
        for (int i = 0; i < words; i++) {
            text.append(word(common(VOCABULARY))).append(i % 15 == 14 ? ". " : i % 60 == 59 ? ".\n" : " ");
        }
        return text.toString();
    }

    private int rare() {
        return 200 + random.nextInt(VOCABULARY - 200);
    }

    /** A number below a bound; the first are the commonest, by Zipf's law. */
    private int common(int bound) {
        return (int) Math.min(bound - 1L, (long) Math.exp(random.nextDouble() * Math.log(bound)) - 1);
    }

    private static String word(int number) {
        StringBuilder word = new StringBuilder();
        int rest = number + 1;
        while (rest > 0) {
            word.append("bcdfghklmnprstvz".charAt(rest % 16)).append("aeiou".charAt(rest / 16 % 5));
            rest /= 80;
        }
        return word.toString();
    }
}
