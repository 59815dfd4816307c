package dev.newswire.ingest.intake;

import dev.newswire.ingest.normalise.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was mended or dropped, few enough and short enough to travel with the article. */
final class Warnings {

    private static final int MOST = 20;
    private static final int LONGEST = 300;

    private final List<String> sentences = new ArrayList<>();

    Warnings(List<String> notes) {
        notes.forEach(this::add);
    }

    /** Adds a sentence; null says nothing. */
    void add(@Nullable String sentence) {
        if (sentence != null && sentences.size() < MOST) {
            sentences.add(Text.oneLine(Text.head(sentence, LONGEST)));
        }
    }

    /** The first values of a list; tells if there are more. */
    List<String> atMost(int limit, List<String> values, String field) {
        if (values.size() <= limit) {
            return values;
        }
        add(field + " has " + values.size() + " entries; those after the first " + limit + " were dropped");
        return values.subList(0, limit);
    }

    /** All of them. */
    List<String> sentences() {
        return List.copyOf(sentences);
    }
}
