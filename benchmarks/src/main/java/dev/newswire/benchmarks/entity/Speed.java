package dev.newswire.benchmarks.entity;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.function.Consumer;

/** Articles per second that one core reads: processor time of this thread, after warming up, so that others on the machine disturb little. */
final class Speed {
    private static final int ARTICLE = 5_000;
    private static final double NANOS = 1e9;

    private Speed() {}

    /** Articles of 5,000 characters per second. */
    static double of(List<String> texts, double warmUpSeconds, double seconds, Consumer<String> reader) {
        run(texts, warmUpSeconds, reader);
        return run(texts, seconds, reader);
    }

    /** The same without warming up. */
    static double run(List<String> texts, double seconds, Consumer<String> reader) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        long characters = 0;
        double spent = 0;
        while (spent < seconds) {
            for (String text : texts) {
                reader.accept(text);
                characters += text.length();
            }
            spent = (clock.getCurrentThreadCpuTime() - start) / NANOS;
        }
        return (double) characters / ARTICLE / spent;
    }

    /** Texts of about the length of an article, of shorter ones. */
    static List<String> articles(List<String> pieces) {
        List<String> articles = new java.util.ArrayList<>();
        StringBuilder article = new StringBuilder();
        for (String piece : pieces) {
            article.append(piece).append('\n');
            if (article.length() >= ARTICLE) {
                articles.add(article.toString());
                article.setLength(0);
            }
        }
        if (articles.isEmpty()) {
            articles.add(article.toString());
        }
        return articles;
    }
}
