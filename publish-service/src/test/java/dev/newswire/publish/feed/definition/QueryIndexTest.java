package dev.newswire.publish.feed.definition;

import static dev.newswire.publish.Samples.article;
import static dev.newswire.publish.Samples.definition;
import static dev.newswire.publish.Samples.entity;
import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.platform.serde.TrustedRecords;
import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.Entity;
import dev.newswire.schema.EntityType;
import dev.newswire.schema.FeedDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class QueryIndexTest {
    static {
        TrustedRecords.trust();
    }

    private static final String[] WORDS = {"alpha", "beta", "gamma", "delta", "Epsilon", "zeta"};

    @Test
    void everyConditionMustBeMet() {
        FeedDefinition definition = definition("f")
                .setEntitiesAny(List.of("Q7184", "Q1"))
                .setEntitiesAll(List.of("japan"))
                .setEntitiesNone(List.of("Q2"))
                .setEntityTypes(List.of(EntityType.ORGANISATION))
                .setSources(List.of("example.org"))
                .setLanguages(List.of("en"))
                .setWords(List.of("met in Japan"))
                .setWordsNone(List.of("goes on"))
                .setMinimumSalience(0.4f)
                .build();
        assertThat(meets(definition, article(1).build())).isTrue();
        assertThat(meets(definition, article(1).setLanguage("de").build())).isFalse();
        assertThat(meets(definition, article(1).setSource("other").build())).isFalse();
        assertThat(meets(definition, article(1).setBody("NATO met.\nIn Japan.").build()))
                .isFalse();
        assertThat(meets(definition, article(1).setTitle("It goes on").build())).isFalse();
        assertThat(meets(
                        copy(definition).setMinimumSalience(0.41f).build(),
                        article(1).build()))
                .isFalse();
    }

    @Test
    void wordsAreFoundWhateverTheirCaseAccentsAndScript() {
        EnrichedArticle article = article(1)
                .setTitle("Élysée: l'Été des STRASSEN")
                .setBody("石破首相が東京で会見した。Ελλάδας")
                .build();
        for (String word : List.of("elysee", "ÉTÉ", "straßen", "東京で", "石破", "ΕΛΛΆΔΑΣ", "l'été des")) {
            assertThat(meets(definition("f").setWords(List.of(word)).build(), article))
                    .as(word)
                    .isTrue();
        }
        for (String word : List.of("lysee", "stras", "京東", "été strassen")) {
            assertThat(meets(definition("f").setWords(List.of(word)).build(), article))
                    .as(word)
                    .isFalse();
        }
    }

    @Test
    void languageStandsForItsVariants() {
        EnrichedArticle article = article(1).setLanguage("pt-BR").build();
        assertThat(meets(definition("f").setLanguages(List.of("pt")).build(), article))
                .isTrue();
        assertThat(meets(definition("f").setLanguages(List.of("pt-br")).build(), article))
                .isTrue();
        assertThat(meets(definition("f").setLanguages(List.of("pt-PT")).build(), article))
                .isFalse();
    }

    @Test
    void countriesAreThoseOfEntities() {
        EnrichedArticle article = article(1)
                .setEntities(List.of(Entity.newBuilder(entity("Q17", "Japan", EntityType.LOCATION, 0.4f))
                        .setCountry("JP")
                        .build()))
                .build();
        assertThat(meets(definition("f").setCountries(List.of("JP")).build(), article))
                .isTrue();
        assertThat(meets(
                        definition("f")
                                .setCountries(List.of("JP"))
                                .setMinimumSalience(0.5f)
                                .build(),
                        article))
                .isFalse();
    }

    @Test
    void indexFindsWhatAskingEachWouldFind() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<FeedDefinition> definitions = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            definitions.add(randomDefinition("feed-" + i, random));
        }
        QueryIndex index = new QueryIndex(definitions);
        for (int i = 0; i < 300; i++) {
            EnrichedArticle article = randomArticle(random);
            assertThat(new TreeSet<>(index.feedsOf(article)))
                    .as("seed %d, article %d: %s", seed, i, article)
                    .isEqualTo(new TreeSet<>(definitions.stream()
                            .filter(definition -> isMetPlainly(definition, article))
                            .map(FeedDefinition::getFeedId)
                            .toList()));
            assertThat(index.feedsOf(article)).doesNotHaveDuplicates();
        }
    }

    private static FeedDefinition randomDefinition(String id, Random random) {
        return definition(id)
                .setEntitiesAny(some(random, 3, n -> "Q" + (n + 1)))
                .setEntitiesAll(some(random, 2, n -> n % 2 == 0 ? "Q" + (n + 1) : "Name " + (n + 1)))
                .setEntitiesNone(some(random, 2, n -> "Q" + (n + 1)))
                .setEntityTypes(some(random, 2, n -> EntityType.values()[n % 4]))
                .setSources(some(random, 2, n -> "s" + n % 3))
                .setLanguages(some(random, 2, n -> n % 2 == 0 ? "en" : "de"))
                .setWords(some(random, 3, n -> WORDS[n % 6] + (n % 2 == 0 ? "" : " " + WORDS[(n + 1) % 6])))
                .setWordsAll(some(random, 2, n -> WORDS[n % 6]))
                .setWordsNone(some(random, 1, n -> WORDS[n % 6] + " " + WORDS[(n + 2) % 6]))
                .setMinimumSalience(random.nextInt(3) / 4f)
                .build();
    }

    private static EnrichedArticle randomArticle(Random random) {
        List<Entity> entities =
                some(random, 5, n -> entity("Q" + (n + 1), "Name " + (n + 1), EntityType.values()[n % 4], n % 5 / 4f));
        return article(1)
                .setEntities(entities)
                .setSource("s" + random.nextInt(3))
                .setLanguage(random.nextBoolean() ? "en" : null)
                .setTitle(String.join(" ", some(random, 4, n -> WORDS[n % 6])))
                .setBody(String.join(" ", some(random, 9, n -> WORDS[n % 6])) + ".")
                .build();
    }

    private static <T> List<T> some(Random random, int most, Function<Integer, T> make) {
        int count = random.nextInt(3) == 0 ? random.nextInt(most + 1) : 0;
        List<T> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(make.apply(random.nextInt(12)));
        }
        return values;
    }

    private static boolean isMetPlainly(FeedDefinition d, EnrichedArticle a) {
        String text = " "
                + (a.getTitle() + " | " + a.getBody()).toLowerCase(Locale.ROOT).replace(".", " ") + " ";
        Function<String, Boolean> says = phrase -> text.contains(" " + phrase.toLowerCase(Locale.ROOT) + " ");
        Function<String, Boolean> names = key -> a.getEntities().stream()
                .anyMatch(e -> e.getSalience() >= d.getMinimumSalience()
                        && (e.getEntityId().equals(key) || e.getName().equals(key)));
        return (d.getEntitiesAny().isEmpty() || d.getEntitiesAny().stream().anyMatch(names::apply))
                && d.getEntitiesAll().stream().allMatch(names::apply)
                && d.getEntitiesNone().stream()
                        .noneMatch(key -> a.getEntities().stream()
                                .anyMatch(e -> e.getEntityId().equals(key)))
                && (d.getEntityTypes().isEmpty()
                        || a.getEntities().stream()
                                .anyMatch(e -> e.getSalience() >= d.getMinimumSalience()
                                        && d.getEntityTypes().contains(e.getType())))
                && (d.getSources().isEmpty() || d.getSources().contains(a.getSource()))
                && (d.getLanguages().isEmpty() || d.getLanguages().contains(String.valueOf(a.getLanguage())))
                && (d.getWords().isEmpty() || d.getWords().stream().anyMatch(says::apply))
                && d.getWordsAll().stream().allMatch(says::apply)
                && d.getWordsNone().stream().noneMatch(says::apply);
    }

    private static boolean meets(FeedDefinition definition, EnrichedArticle article) {
        return !new QueryIndex(List.of(definition)).feedsOf(article).isEmpty();
    }

    private static FeedDefinition.Builder copy(FeedDefinition definition) {
        return FeedDefinition.newBuilder(definition);
    }
}
