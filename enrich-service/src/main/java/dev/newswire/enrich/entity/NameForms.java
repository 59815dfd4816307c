package dev.newswire.enrich.entity;

import dev.newswire.enrich.entity.NameForm.Use;
import dev.newswire.enrich.text.Folding;
import dev.newswire.schema.EntityDefinition;
import dev.newswire.schema.EntityType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The spellings that follow from a name: of a person the surname, the surname first and the name without initials; of
 * anything else the name without its article. A surname that a word such as `von` begins starts there.
 */
final class NameForms {
    private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv");

    private final Lexicon lexicon;
    private final Map<String, NameForm> forms = new LinkedHashMap<>();

    private NameForms(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Every spelling of a defined entity, the canonical name first; one that it states itself is as it states it. */
    static List<NameForm> of(EntityDefinition definition, Lexicon lexicon) {
        NameForms names = new NameForms(lexicon);
        names.add(definition.getName(), false);
        definition.getAliases().forEach(alias -> names.add(alias, false));
        definition.getWeakAliases().forEach(alias -> names.add(alias, true));
        if (definition.getType() == EntityType.PERSON) {
            names.person(definition.getName());
        } else {
            names.thing(definition.getName());
        }
        return new ArrayList<>(names.forms.values());
    }

    private void person(String name) {
        List<String> words = new ArrayList<>(List.of(name.strip().split("\\s+")));
        if (SUFFIXES.contains(Folding.fold(words.get(words.size() - 1)))) {
            words.remove(words.size() - 1);
            add(String.join(" ", words), false);
        }
        if (words.size() < 2) {
            return;
        }
        withoutInitials(words);
        if (is(words.get(0), Lexicon.LEADING_SURNAME)) {
            add(words.get(0), true);
            return;
        }
        int last = words.size() - 1;
        int surname = surname(words);
        add(String.join(" ", words.subList(surname, words.size())), true);
        add(words.get(last), true);
        add(words.get(0).charAt(0) + ". " + String.join(" ", words.subList(surname, words.size())), true);
        if (last == 1) {
            add(words.get(1) + " " + words.get(0), false);
        }
    }

    private void withoutInitials(List<String> words) {
        List<String> whole = words.stream().filter(word -> !isInitial(word)).toList();
        if (whole.size() > 1 && whole.size() < words.size()) {
            add(String.join(" ", whole), false);
        }
    }

    private int surname(List<String> words) {
        int last = words.size() - 1;
        for (int i = 1; i < last; i++) {
            if (is(words.get(i), Lexicon.PARTICLE)
                    && Character.isLowerCase(words.get(i).charAt(0))) {
                return i;
            }
        }
        return last;
    }

    private void thing(String name) {
        if (name.startsWith("The ")) {
            add(name.substring(4), false);
        }
        if (name.contains(" of the ")) {
            add(name.replace(" of the ", " of "), false);
        }
    }

    private static boolean isInitial(String word) {
        return word.length() == 1 || (word.length() == 2 && word.charAt(1) == '.');
    }

    private boolean is(String word, int flag) {
        return (lexicon.of(Folding.key(word)) & flag) != 0;
    }

    private void add(String text, boolean weak) {
        forms.putIfAbsent(text, new NameForm(text, weak ? Use.WITH_SUPPORT : Use.ALONE));
    }
}
