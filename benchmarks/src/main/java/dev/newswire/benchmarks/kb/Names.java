package dev.newswire.benchmarks.kb;

import java.util.Set;

/** Forms of names that the sources leave to the reader. */
final class Names {
    private static final Set<String> FAMILY_NAME_FIRST = Set.of("CN", "KR", "KP", "TW", "VN", "HK", "SG");
    private static final Set<String> BOTH_ORDERS = Set.of("JP", "HU");

    private Names() {}

    /** The name with the family name in front, where its country uses both orders; empty otherwise. */
    static String reversed(String name, String country) {
        String[] words = name.split(" ");
        return BOTH_ORDERS.contains(country) && words.length == 2 ? words[1] + " " + words[0] : "";
    }

    static String familyName(String name, String country) {
        String[] words = name.split(" ");
        return FAMILY_NAME_FIRST.contains(country) ? words[0] : words[words.length - 1];
    }

    /** One word in capitals, such as an acronym. */
    static boolean isAcronym(String name) {
        return name.indexOf(' ') < 0
                && name.chars().filter(Character::isUpperCase).count() >= 2
                && name.chars().noneMatch(Character::isLowerCase);
    }

    static boolean isOneWord(String name) {
        return name.indexOf(' ') < 0;
    }

    static String withoutArticle(String name) {
        return name.startsWith("The ") && name.indexOf(' ', 4) > 0 ? name.substring(4) : "";
    }
}
