package dev.newswire.benchmarks.related;

import dev.newswire.benchmarks.DataException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Topics from one to another, both included. */
record TopicRange(int first, int last) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})-(\\d{1,6})");

    /** @param range as 26-35; null for all, those without a topic included */
    static TopicRange of(@Nullable String range) {
        if (range == null) {
            return new TopicRange(Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        Matcher numbers = FORM.matcher(range);
        if (!numbers.matches()) {
            throw new DataException("--topics " + range + " is no range of topics: give two numbers, as 26-35.");
        }
        return new TopicRange(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)));
    }

    List<LabelledArticle> of(List<LabelledArticle> articles) {
        List<LabelledArticle> inside = articles.stream()
                .filter(article -> article.topic() >= first && article.topic() <= last)
                .toList();
        if (inside.isEmpty()) {
            throw new DataException("No article has a topic from " + first + " to " + last + ".");
        }
        return inside;
    }
}
