package dev.newswire.benchmarks.extraction;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When a title, the authors or a day count as right. */
final class Facts {

    private static final Pattern SEPARATORS = Pattern.compile("\\s*(?:[,;&|/]|\\s(?i:and|und|et|y)\\s)\\s*");
    private static final Pattern CREDENTIAL =
            Pattern.compile("(?:[A-Z][A-Za-z]{0,2}\\.?){1,4}®?|[A-Z]{2,8}®?|[A-Z-]{3,8} \\d+|(?i:jr|sr)\\.?");
    private static final Pattern BY = Pattern.compile("(?i)^by:?\\s+");

    private Facts() {}

    /** The same words in the same order: case, punctuation and white space do not matter. */
    static boolean sameTitle(String found, String gold) {
        return words(found).equals(words(gold));
    }

    /**
     * The same set of names. Lists are cut at commas and conjunctions, and degrees ("MD", "Ph.D.") that stand alone between
     * commas are left out, on both sides; names are compared by their words.
     */
    static boolean sameAuthors(List<String> found, String gold) {
        return names(found).equals(names(List.of(gold)));
    }

    /** The same calendar day, as far as the gold gives one: 2015-11 is right with any day of that month. */
    static boolean sameDay(@Nullable String found, String gold) {
        return found != null && found.startsWith(gold.length() > 10 ? gold.substring(0, 10) : gold);
    }

    private static Set<List<String>> names(Collection<String> bylines) {
        Set<List<String>> names = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
        for (String byline : bylines) {
            String[] parts = SEPARATORS.split(BY.matcher(byline.strip()).replaceFirst(""));
            for (int i = 0; i < parts.length; i++) {
                boolean isDegree = i > 0 && CREDENTIAL.matcher(parts[i]).matches();
                List<String> words = words(parts[i]);
                if (!isDegree && !words.isEmpty()) {
                    names.add(words);
                }
            }
        }
        return names;
    }

    private static List<String> words(String text) {
        return WordOverlap.words(Normalizer.normalize(text, Normalizer.Form.NFKC));
    }
}
