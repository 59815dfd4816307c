package dev.newswire.enrich.entity;

import dev.newswire.enrich.text.Tokeniser;
import dev.newswire.schema.EntityDefinition;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a definition of an entity must be like. */
public final class DefinitionRules {
    /** Most aliases of one kind. */
    public static final int MOST_ALIASES = 64;

    private static final int MOST_NAME_CHARACTERS = 200;
    private static final int MOST_DESCRIPTION_CHARACTERS = 1_000;
    private static final int MOST_PRIOR = 100;
    private static final Pattern ID = Pattern.compile("Q[1-9][0-9]{0,15}|nw:[a-z0-9-]{1,100}|nil:[0-9a-f]{16}");
    private static final Pattern ITEM = Pattern.compile("Q[1-9][0-9]{0,15}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}|");

    private DefinitionRules() {}

    /** What is wrong with a definition under this key, in a sentence that says what to do; empty where nothing is. */
    public static Optional<String> mistake(@Nullable String key, EntityDefinition definition) {
        if (!definition.getEntityId().equals(key)) {
            return Optional.of("The record's key is not the entity id " + definition.getEntityId() + ".");
        }
        return mistake(definition);
    }

    /** What is wrong with a definition, in a sentence that says what to do; empty where nothing is. */
    public static Optional<String> mistake(EntityDefinition definition) {
        return id(definition.getEntityId())
                .or(() -> name("name", definition.getName()))
                .or(() -> aliases("aliases", definition.getAliases()))
                .or(() -> aliases("weak aliases", definition.getWeakAliases()))
                .or(() -> facts(definition));
    }

    private static Optional<String> id(String id) {
        return ID.matcher(id).matches()
                ? Optional.empty()
                : Optional.of("\"" + shown(id) + "\" is no entity id: it takes Q and digits, nw: and a-z, 0-9, hyphens,"
                        + " or nil: and 16 hexadecimal digits.");
    }

    private static Optional<String> aliases(String what, List<String> aliases) {
        if (aliases.size() > MOST_ALIASES) {
            return Optional.of("It has " + aliases.size() + " " + what + " but takes at most " + MOST_ALIASES + ".");
        }
        return aliases.stream()
                .map(alias -> name("alias \"" + shown(alias) + "\"", alias))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> name(String what, String name) {
        if (name.length() > MOST_NAME_CHARACTERS) {
            return Optional.of("The " + what + " has " + name.length() + " characters but takes at most "
                    + MOST_NAME_CHARACTERS + ".");
        }
        if (!name.equals(name.strip()) || name.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("The " + what + " begins or ends with a space or has control characters: remove them.");
        }
        int words = Tokeniser.tokenise(name).size();
        if (words == 0 || words > PhraseTable.LONGEST) {
            return Optional.of("The " + what + " has " + words + " words but takes 1 to " + PhraseTable.LONGEST + ".");
        }
        return isSpelledAsName(name)
                ? Optional.empty()
                : Optional.of("The " + what + " has no capital letter: it would be found in ordinary words.");
    }

    /** A capital, a digit, or a letter of a script without small ones. */
    private static boolean isSpelledAsName(String name) {
        return name.codePoints()
                .anyMatch(c -> Character.isDigit(c) || (Character.isLetter(c) && !Character.isLowerCase(c)));
    }

    private static Optional<String> facts(EntityDefinition definition) {
        if (!COUNTRY.matcher(definition.getCountry()).matches()) {
            return Optional.of("The country \"" + shown(definition.getCountry())
                    + "\" is no code of two capital letters such as DE.");
        }
        String item = definition.getWikidataId();
        if (item != null && !ITEM.matcher(item).matches()) {
            return Optional.of("\"" + shown(item) + "\" is no Wikidata item: it takes Q and digits.");
        }
        if (definition.getPrior() < 0 || definition.getPrior() > MOST_PRIOR) {
            return Optional.of("The prior is " + definition.getPrior() + " but takes 0 to " + MOST_PRIOR + ".");
        }
        return definition.getDescription().length() <= MOST_DESCRIPTION_CHARACTERS
                ? Optional.empty()
                : Optional.of(
                        "The description has " + definition.getDescription().length() + " characters but takes at most "
                                + MOST_DESCRIPTION_CHARACTERS + ".");
    }

    private static String shown(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
