package dev.newswire.publish.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts as they are compared: words without case, accents and width. Scripts that put no spaces between words are cut
 * into pairs of characters.
 */
public final class SearchWords {
    /** A longer word is cut: nobody types it, and no text may fill the memory with one. */
    private static final int MOST_CHARACTERS = 40;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern UNSPACED =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}]+");

    private SearchWords() {}

    /** The words of a text, in its order. */
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(plain(text));
        while (matcher.find()) {
            add(matcher.group(), words);
        }
        return words;
    }

    private static String plain(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static void add(String run, List<String> words) {
        Matcher unspaced = UNSPACED.matcher(run);
        int behind = 0;
        while (unspaced.find()) {
            addWord(run.substring(behind, unspaced.start()), words);
            addPairs(unspaced.group(), words);
            behind = unspaced.end();
        }
        addWord(run.substring(behind), words);
    }

    private static void addWord(String word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.length() > MOST_CHARACTERS ? word.substring(0, MOST_CHARACTERS) : word);
        }
    }

    private static void addPairs(String run, List<String> words) {
        int[] characters = run.codePoints().toArray();
        if (characters.length == 1) {
            words.add(run);
        }
        for (int i = 0; i + 1 < characters.length; i++) {
            words.add(new String(characters, i, 2));
        }
    }
}
