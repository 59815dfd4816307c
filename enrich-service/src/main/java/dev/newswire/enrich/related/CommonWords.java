package dev.newswire.enrich.related;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Words that say nothing about a text, by language. The table of document frequencies is English: without these lists
 * it would take the grammar of other languages for rare words.
 */
final class CommonWords {
    private static final String RESOURCE = "common-words.tsv";
    private final Map<String, Set<String>> byLanguage;

    private CommonWords(Map<String, Set<String>> byLanguage) {
        this.byLanguage = byLanguage;
    }

    static CommonWords shipped() {
        Map<String, Set<String>> lists = new HashMap<>();
        new String(Resources.bytes(RESOURCE), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", 2))
                .forEach(parts ->
                        lists.put(parts[0], Arrays.stream(parts[1].split(" ")).collect(Collectors.toSet())));
        return new CommonWords(lists);
    }

    /** @param language BCP 47 tag; nothing is common where it is null or has no list */
    boolean contains(String word, @Nullable String language) {
        if (language == null) {
            return false;
        }
        int end = language.indexOf('-');
        String primary = (end < 0 ? language : language.substring(0, end)).toLowerCase(Locale.ROOT);
        return byLanguage.getOrDefault(primary, Set.of()).contains(word);
    }
}
