package dev.newswire.benchmarks.entity;

import dev.newswire.benchmarks.DataException;
import java.lang.reflect.Method;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stanford CoreNLP's conditional random field of three classes (Finkel, Grenager and Manning, 2005), to compare speed with.
 * It is under the GPL: nothing here links to it, and only a build with the profile `corenlp` has it on its class path.
 */
final class CoreNlp implements Consumer<String> {
    private static final String CLASSIFIER = "edu.stanford.nlp.ie.crf.CRFClassifier";
    private static final String MODEL = "edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz";

    private final Object classifier;
    private final Method classify;

    private CoreNlp(Class<?> type) throws ReflectiveOperationException {
        classifier = type.getMethod("getClassifier", String.class).invoke(null, MODEL);
        classify = type.getMethod("classifyToCharacterOffsets", String.class);
    }

    /** The tagger, with its model; null where this build has none. */
    static @Nullable CoreNlp load() {
        try {
            return new CoreNlp(Class.forName(CLASSIFIER));
        } catch (ClassNotFoundException absent) {
            return null;
        } catch (ReflectiveOperationException e) {
            throw new DataException("CoreNLP's model cannot be read: build with -Pcorenlp anew. " + e);
        }
    }

    @Override
    public void accept(String text) {
        try {
            classify.invoke(classifier, text);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
