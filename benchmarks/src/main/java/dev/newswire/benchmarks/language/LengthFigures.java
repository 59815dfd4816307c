package dev.newswire.benchmarks.language;

import dev.newswire.benchmarks.Figures;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a recogniser makes of texts cut to one length. */
final class LengthFigures {

    private static final double NANOS = 1e9;

    /** Shorter than this, a measurement of the processor's time is chance. */
    private static final long LEAST_NANOS = 500_000_000L;

    private LengthFigures() {}

    /**
     * Accuracy of all texts and of each language, the share that was left open, and texts a second by the thread's own time,
     * after one round to warm up.
     */
    static Figures of(Recogniser recogniser, List<LabelledText> cut) {
        List<@Nullable String> answers = cut.stream()
                .<@Nullable String>map(text -> recogniser.recognise(text.text()))
                .toList();
        Figures figures = new Figures()
                .put("cases", cut.size())
                .put("accuracy", share(cut, answers, null))
                .put("open", answers.stream().filter(Objects::isNull).count() / (double) cut.size());
        cut.stream()
                .map(LabelledText::language)
                .distinct()
                .sorted()
                .forEach(language -> figures.put("accuracy_" + language, share(cut, answers, language)));
        return figures.put("per_second", pace(recogniser, cut));
    }

    private static double share(List<LabelledText> texts, List<@Nullable String> answers, @Nullable String language) {
        int right = 0;
        int all = 0;
        for (int i = 0; i < texts.size(); i++) {
            String wanted = texts.get(i).language();
            if (language == null || language.equals(wanted)) {
                right += wanted.equals(answers.get(i)) ? 1 : 0;
                all++;
            }
        }
        return right / (double) all;
    }

    private static double pace(Recogniser recogniser, List<LabelledText> texts) {
        if (texts.isEmpty()) {
            return Double.NaN;
        }
        long start = cpu();
        long read = 0;
        while (cpu() - start < LEAST_NANOS) {
            texts.forEach(text -> recogniser.recognise(text.text()));
            read += texts.size();
        }
        return read * NANOS / (cpu() - start);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
