package dev.newswire.benchmarks.language;

import dev.newswire.benchmarks.DataException;
import java.lang.reflect.Method;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Lingua with all of its 75 languages, its models loaded before they are needed. Its 110 megabytes are not worth carrying for
 * a comparison that was made: it is used where its library is on the class path.
 */
final class LinguaRecogniser implements Recogniser {

    private static final String BUILDER = "com.github.pemistahl.lingua.api.LanguageDetectorBuilder";
    private static final String UNKNOWN = "none";

    private final Object detector;
    private final Method detect;

    LinguaRecogniser(boolean isExact) {
        try {
            Object builder =
                    Class.forName(BUILDER).getMethod("fromAllLanguages").invoke(null);
            builder = call(builder, "withPreloadedLanguageModels");
            this.detector = call(isExact ? builder : call(builder, "withLowAccuracyMode"), "build");
            this.detect = detector.getClass().getMethod("detectLanguageOf", String.class);
        } catch (ReflectiveOperationException absent) {
            throw new DataException("Lingua is not on the class path: docs/BENCHMARKS.md says how to put it there.");
        }
    }

    @Override
    public @Nullable String recognise(String text) {
        try {
            String code = call(detect.invoke(detector, text), "getIsoCode639_1").toString();
            return code.equals(UNKNOWN) ? null : code.toLowerCase(Locale.ROOT);
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Object call(Object target, String method) throws ReflectiveOperationException {
        return target.getClass().getMethod(method).invoke(target);
    }
}
