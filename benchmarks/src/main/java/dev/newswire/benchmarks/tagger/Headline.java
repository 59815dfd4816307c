package dev.newswire.benchmarks.tagger;

import java.util.List;
import java.util.Set;

/** Writes a sentence as headlines are written, each word with a capital, so that the tagger learns to read them too. */
final class Headline {
    private static final Set<String> SMALL =
            Set.of("a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with");

    private Headline() {}

    static Sentence of(Sentence sentence) {
        List<String> words =
                sentence.words().stream().map(Headline::capitalised).toList();
        return new Sentence(words, sentence.names(), true);
    }

    private static String capitalised(String word) {
        if (SMALL.contains(word) || !Character.isLowerCase(word.charAt(0))) {
            return word;
        }
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
