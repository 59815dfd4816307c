package dev.newswire.ingest.normalise;

import com.carrotsearch.labs.langid.DetectedLanguage;
import com.carrotsearch.labs.langid.LangIdV3;
import com.carrotsearch.labs.langid.Model;
import java.nio.charset.StandardCharsets;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Languages of texts as BCP 47 tags: stated ones checked, unstated ones recognised from the text (langid, 97 languages). */
public final class Languages {

    /** Enough for a sure answer, and the same time for every length. */
    private static final int CHARACTERS_READ = 1_000;

    /** Nearly every article is in one language, and a few parts of what is read tell it as surely as all of it. */
    private static final int PARTS = 4;

    private static final int PART_CHARACTERS = 50;
    private static final float CONFIDENCE_OF_PARTS_NEEDED = 0.9999f;

    private static final String ENGLISH = "en";
    private static final String KURDISH = "ku";
    private static final int LENGTH_FOR_ENGLISH = 400;

    /** Below this many letters a guess is worth nothing; a logogram says as much as several letters. */
    private static final int LETTERS_NEEDED = 20;

    private static final int LETTERS_PER_LOGOGRAM = 3;
    private static final float CONFIDENCE_NEEDED = 0.9f;

    private static final Set<String> KNOWN = Set.of(Locale.getISOLanguages());

    /** The classifier keeps state between calls, so each thread has its own; the model behind them is one. */
    private static final ThreadLocal<LangIdV3> CLASSIFIER =
            ThreadLocal.withInitial(() -> new LangIdV3(Model.defaultModel()));

    private Languages() {}

    /** The tag in its usual form ("en_us" → {@code en-US}), or null where the text is no language tag. */
    public static @Nullable String ofTag(String stated) {
        try {
            Locale locale = new Locale.Builder()
                    .setLanguageTag(Text.oneLine(stated).replace('_', '-'))
                    .build();
            boolean isKnown =
                    KNOWN.contains(locale.getLanguage()) || locale.getLanguage().length() == 3;
            return isKnown ? locale.toLanguageTag() : null;
        } catch (IllformedLocaleException notATag) {
            return null;
        }
    }

    /** Loads the model, which takes a tenth of a second, so that the first article does not wait for it. */
    public static void warmUp() {
        Model.defaultModel();
    }

    /** The language that the text is written in, or null where it is too short or too mixed to tell. */
    public static @Nullable String detect(String title, String body) {
        String text = Text.head(title + '\n' + Text.head(body, CHARACTERS_READ), CHARACTERS_READ);
        if (!hasEnoughLetters(text)) {
            return null;
        }
        if (text.length() > LENGTH_FOR_ENGLISH && EnglishWords.aboundIn(text)) {
            return ENGLISH;
        }
        if (KurdishLetters.aboundIn(text)) {
            return KURDISH;
        }
        DetectedLanguage guess = classify(text, CLASSIFIER.get());
        return guess.getConfidence() >= CONFIDENCE_NEEDED ? guess.getLangCode() : null;
    }

    private static DetectedLanguage classify(String text, LangIdV3 classifier) {
        if (text.length() > PARTS * PART_CHARACTERS) {
            DetectedLanguage guess = classifyParts(text, classifier);
            if (guess.getConfidence() >= CONFIDENCE_OF_PARTS_NEEDED) {
                return guess;
            }
        }
        classifier.reset();
        append(text, classifier);
        return classifier.classify(true);
    }

    private static DetectedLanguage classifyParts(String text, LangIdV3 classifier) {
        classifier.reset();
        for (int part = 0; part < PARTS; part++) {
            int start = (text.length() - PART_CHARACTERS) * part / (PARTS - 1);
            append(text.substring(start, start + PART_CHARACTERS), classifier);
        }
        return classifier.classify(true);
    }

    private static void append(String text, LangIdV3 classifier) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        classifier.append(bytes, 0, bytes.length);
    }

    private static boolean hasEnoughLetters(String text) {
        int weight = 0;
        for (int i = 0; i < text.length() && weight < LETTERS_NEEDED; i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c)) {
                weight += Character.isIdeographic(c) ? LETTERS_PER_LOGOGRAM : 1;
            }
        }
        return weight >= LETTERS_NEEDED;
    }
}
