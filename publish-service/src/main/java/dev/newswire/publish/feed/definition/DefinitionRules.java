package dev.newswire.publish.feed.definition;

import dev.newswire.publish.feed.FeedIds;
import dev.newswire.schema.FeedDefinition;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a definition of a feed must be like. Every mistake is told in a sentence that begins with the field. */
public final class DefinitionRules {
    /** Most values of one condition. */
    public static final int MOST_VALUES = 1_000;

    /** Most entries of a feed. */
    public static final int MOST_ENTRIES = 10_000;

    private static final int MOST_TITLE_CHARACTERS = 200;
    private static final int MOST_DESCRIPTION_CHARACTERS = 1_000;
    private static final int MOST_VALUE_CHARACTERS = 200;
    private static final int MOST_WORDS = 12;
    private static final long MOST_AGE_SECONDS = 3_660L * 24 * 3_600;
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9.-]{1,64}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private DefinitionRules() {}

    /** What is wrong with a definition under this key; empty where nothing is. */
    public static Optional<String> mistake(@Nullable String key, FeedDefinition definition) {
        if (!definition.getFeedId().equals(key)) {
            return Optional.of("id: the record's key is not the id \"" + shown(definition.getFeedId()) + "\".");
        }
        return mistake(definition);
    }

    /** What is wrong with a definition; empty where nothing is. */
    public static Optional<String> mistake(FeedDefinition definition) {
        return id(definition.getFeedId())
                .or(() -> text("title", definition.getTitle(), 1, MOST_TITLE_CHARACTERS))
                .or(() -> text("description", definition.getDescription(), 0, MOST_DESCRIPTION_CHARACTERS))
                .or(() -> entities(definition))
                .or(() -> words(definition))
                .or(() -> values("sources", definition.getSources(), SOURCE, "a-z, 0-9, '.' and '-'"))
                .or(() -> values("languages", definition.getLanguages(), LANGUAGE, "a tag such as en or pt-BR"))
                .or(() -> values("countries", definition.getCountries(), COUNTRY, "two capital letters such as DE"))
                .or(() -> numbers(definition));
    }

    /** What is wrong with an id; empty where nothing is. */
    public static Optional<String> id(String id) {
        if (FeedIds.isBuiltIn(id)) {
            return Optional.of("id: \"" + id + "\" is the name of a built-in feed. Choose another.");
        }
        return FeedIds.isDefinable(id)
                ? Optional.empty()
                : Optional.of("id: \"" + shown(id) + "\" is no id: it takes 1 to 64 of a-z, 0-9 and hyphens,"
                        + " the first and the last no hyphen.");
    }

    private static Optional<String> text(String field, String text, int least, int most) {
        if (text.length() < least || text.length() > most) {
            return Optional.of(
                    field + ": it has " + text.length() + " characters but takes " + least + " to " + most + ".");
        }
        boolean clean = text.equals(text.strip()) && text.chars().noneMatch(Character::isISOControl);
        return clean
                ? Optional.empty()
                : Optional.of(field + ": it begins or ends with a space or has control characters. Remove them.");
    }

    private static Optional<String> entities(FeedDefinition definition) {
        return names("entities.any", definition.getEntitiesAny())
                .or(() -> names("entities.all", definition.getEntitiesAll()))
                .or(() -> names("entities.none", definition.getEntitiesNone()))
                .or(() -> size("types", definition.getEntityTypes()));
    }

    private static Optional<String> names(String field, List<String> names) {
        return each(
                field,
                names,
                name -> text("", name, 1, MOST_VALUE_CHARACTERS).isEmpty(),
                "an entity id such as Q7184 or a name of 1 to 200 characters");
    }

    private static Optional<String> words(FeedDefinition definition) {
        return phrases("words.any", definition.getWords())
                .or(() -> phrases("words.all", definition.getWordsAll()))
                .or(() -> phrases("words.none", definition.getWordsNone()));
    }

    private static Optional<String> phrases(String field, List<String> phrases) {
        return each(
                field,
                phrases,
                DefinitionRules::isPhrase,
                "1 to " + MOST_WORDS + " words of letters or digits, at most " + MOST_VALUE_CHARACTERS + " characters");
    }

    private static boolean isPhrase(String phrase) {
        if (phrase.length() > MOST_VALUE_CHARACTERS || phrase.indexOf('\n') >= 0) {
            return false;
        }
        // Where each character is a word, as in Japanese, a phrase has many.
        List<String> words = Words.of(phrase);
        boolean spaced = words.stream().anyMatch(word -> word.codePointCount(0, word.length()) > 1);
        return !words.isEmpty() && (!spaced || words.size() <= MOST_WORDS);
    }

    private static Optional<String> values(String field, List<String> values, Pattern form, String takes) {
        return each(field, values, value -> form.matcher(value).matches(), takes);
    }

    private static Optional<String> each(String field, List<String> values, Predicate<String> isGood, String takes) {
        return size(field, values)
                .or(() -> values.stream()
                        .filter(isGood.negate())
                        .findFirst()
                        .map(value -> field + ": \"" + shown(value) + "\" is not taken: it takes " + takes + "."));
    }

    private static Optional<String> size(String field, List<?> values) {
        return values.size() <= MOST_VALUES
                ? Optional.empty()
                : Optional.of(field + ": it has " + values.size() + " values but takes at most " + MOST_VALUES + ".");
    }

    private static Optional<String> numbers(FeedDefinition definition) {
        float salience = definition.getMinimumSalience();
        if (!(salience >= 0 && salience <= 1)) {
            return Optional.of("minimumSalience: it is " + salience + " but takes 0 to 1.");
        }
        if (definition.getLimit() < 1 || definition.getLimit() > MOST_ENTRIES) {
            return Optional.of("limit: it is " + definition.getLimit() + " but takes 1 to " + MOST_ENTRIES + ".");
        }
        long age = definition.getMaximumAgeSeconds();
        return age >= 0 && age <= MOST_AGE_SECONDS
                ? Optional.empty()
                : Optional.of("maximumAge: it is " + age + " seconds but takes 0 to " + MOST_AGE_SECONDS + ".");
    }

    private static String shown(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
