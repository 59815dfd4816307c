package dev.newswire.benchmarks.reads;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Articles that nobody wrote: of every three each tells the same in words that it shares with the others by two thirds. */
final class Story {
    private static final int ARTICLES = 3;
    private static final int WORDS = 60;
    private static final int SHARED = 40;
    private static final int SYLLABLES = 3;

    private Story() {}

    /** The article of a number, as the ingest service takes it. */
    static String json(int number) {
        return "{\"source\":\"source-" + number % 25 + "\",\"id\":\"" + number + "\",\"language\":\"en\",\"title\":\""
                + title(number) + "\",\"body\":\"NATO and Japan spoke. " + text(number) + ".\"}";
    }

    /** A word that stands in the title of this article alone. */
    static String name(int number) {
        return "q" + word(new Random(-1L - number)) + "x";
    }

    private static String title(int number) {
        List<String> story = words(number / ARTICLES, WORDS);
        return String.join(" ", story.subList(0, 5)) + " " + name(number);
    }

    private static String text(int number) {
        List<String> shared = words(number / ARTICLES, WORDS);
        Collections.shuffle(shared, new Random(number));
        List<String> own = words(Integer.MAX_VALUE - number, WORDS - SHARED);
        return String.join(" ", shared.subList(0, SHARED)) + ". " + String.join(" ", own);
    }

    private static List<String> words(int seed, int count) {
        Random random = new Random(seed);
        return new ArrayList<>(
                IntStream.range(0, count).mapToObj(i -> word(random)).toList());
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < SYLLABLES; i++) {
            word.append("bcdfghklmnprstvz".charAt(random.nextInt(16))).append("aeiou".charAt(random.nextInt(5)));
        }
        return word.toString();
    }
}
