package dev.newswire.benchmarks.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Texts in the manner of news, for measurements where no corpus is at hand: sentences with known names and with invented
 * words as unevenly common as real ones (Zipf). The same for the same seed.
 */
final class GeneratedTexts {
    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");
    private static final int VOCABULARY = 20_000;
    private static final int SENTENCES_PER_PARAGRAPH = 4;
    private static final List<String> PLACES = List.of(
            "Japan", "Germany", "France", "Kenya", "Brazil", "Canada", "Norway", "India", "Mexico", "Poland", "Berlin",
            "Tokyo", "London", "Paris", "Nairobi", "Ottawa", "Oslo", "Warsaw", "Madrid", "Rome", "Vienna", "Chicago",
            "Boston", "Seattle", "Sydney", "Cairo", "Lagos", "Lima", "Seoul", "Jakarta");
    private static final List<String> ORGANISATIONS = List.of(
            "European Union",
            "United Nations",
            "World Bank",
            "World Health Organization",
            "NATO",
            "African Union",
            "International Monetary Fund",
            "European Central Bank",
            "Ministry of Transport",
            "Harbour Authority",
            "Teachers' Union",
            "Polar Institute",
            "Chamber of Commerce",
            "Federal Reserve",
            "Railway Board",
            "Academy of Sciences",
            "Fisheries Council",
            "Red Cross",
            "World Trade Organization",
            "Coast Guard");
    private static final List<String> FIRST_NAMES = List.of(
            "Anna", "Peter", "Maria", "John", "Laura", "David", "Ingrid", "Thomas", "Elena", "Samuel", "Grace",
            "Victor", "Helen", "Martin", "Sofia", "Daniel");
    private static final List<String> LAST_NAMES = List.of(
            "Keller",
            "Okafor",
            "Lindqvist",
            "Moreau",
            "Tanaka",
            "Novak",
            "Pereira",
            "Walsh",
            "Haugen",
            "Castillo",
            "Brandt",
            "Ferrari",
            "Dlamini",
            "Kowalski",
            "Sinclair",
            "Petrov",
            "Yilmaz",
            "Andersson",
            "Marchetti",
            "O'Brien");

    private final Random random;
    private final List<String> sentences = sentences();

    private GeneratedTexts(long seed) {
        this.random = new Random(seed);
    }

    /** So many texts of so many characters each. */
    static List<String> make(int count, int characters, long seed) {
        GeneratedTexts texts = new GeneratedTexts(seed);
        return Stream.generate(() -> texts.text(characters)).limit(count).toList();
    }

    private String text(int characters) {
        StringBuilder text = new StringBuilder(characters + 300);
        for (int i = 1; text.length() < characters; i++) {
            text.append(sentence()).append(i % SENTENCES_PER_PARAGRAPH == 0 ? '\n' : ' ');
        }
        return text.substring(0, characters);
    }

    private String sentence() {
        return SLOT.matcher(one(sentences)).replaceAll(slot -> filling(slot.group(1)));
    }

    private String filling(String slot) {
        return switch (slot) {
            case "person" -> one(FIRST_NAMES) + " " + one(LAST_NAMES);
            case "place" -> one(PLACES);
            case "organisation" -> one(ORGANISATIONS);
            case "day" -> DayOfWeek.of(1 + random.nextInt(7)).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case "month" -> Month.of(1 + random.nextInt(12)).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case "year" -> Integer.toString(1990 + random.nextInt(35));
            case "number" -> Integer.toString(2 + random.nextInt(900));
            case "word" -> word((int) Math.exp(random.nextDouble() * Math.log(VOCABULARY)));
            default -> throw new IllegalStateException("No filling for {" + slot + "} in the sentences");
        };
    }

    private String one(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** The word of a rank, from 1: of two to four syllables, no two alike. */
    private static String word(int rank) {
        StringBuilder word = new StringBuilder();
        for (int rest = rank + 80; rest > 0; rest /= 80) {
            word.append("bcdfghklmnprstvz".charAt(rest % 16)).append("aeiou".charAt(rest / 16 % 5));
        }
        return word.append("rn").toString();
    }

    private static List<String> sentences() {
        InputStream resource =
                Objects.requireNonNull(GeneratedTexts.class.getResourceAsStream("sentences.txt"), "sentences.txt");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
