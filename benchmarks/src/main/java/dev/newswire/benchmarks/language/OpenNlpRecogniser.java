package dev.newswire.benchmarks.language;

import dev.newswire.benchmarks.DataException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;

/** OpenNLP with its model of 103 languages. */
final class OpenNlpRecogniser implements Recogniser {

    private static final String MODEL = "/langdetect-183.bin";
    private static final Map<String, String> SHORT_CODES = shortCodes();

    private final LanguageDetectorME detector;

    OpenNlpRecogniser() throws IOException {
        try (InputStream model = OpenNlpRecogniser.class.getResourceAsStream(MODEL)) {
            if (model == null) {
                throw new DataException("OpenNLP's model is not on the class path: " + MODEL);
            }
            this.detector = new LanguageDetectorME(new LanguageDetectorModel(model));
        }
    }

    @Override
    public @Nullable String recognise(String text) {
        String code = detector.predictLanguage(text).getLang();
        return SHORT_CODES.getOrDefault(code, code);
    }

    private static Map<String, String> shortCodes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOLanguages()) {
            codes.put(new Locale.Builder().setLanguage(code).build().getISO3Language(), code);
        }
        return codes;
    }
}
