package dev.newswire.integration.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Random;

/** Articles that nobody wrote, each with a text of its own; one in three corrects an earlier one. */
final class WrittenArticles {
    private static final long FIRST_REVISION = 1_767_225_600_000L;
    private static final int WORDS = 12;
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Random random = new Random(7);
    private final String source;
    private int made;
    private long revision = FIRST_REVISION;

    WrittenArticles(String source) {
        this.source = source;
    }

    String source() {
        return source;
    }

    /** The next ones, no article twice among them. */
    ArrayNode next(int count) {
        ArrayNode batch = JSON.createArrayNode();
        int before = made;
        for (int i = 0; i < count; i++) {
            boolean correction = i % 3 == 2 && before > count;
            // Those of one batch lie apart, so that no two are the same.
            batch.add(article(correction ? (before / count * i + i) % before : made++));
        }
        return batch;
    }

    private ObjectNode article(int number) {
        ObjectNode article = JSON.createObjectNode();
        article.put("source", source);
        article.put("id", "article-" + number);
        article.put("language", "en");
        article.put("revision", revision++);
        article.put("title", "Council reports on matter " + number);
        article.put("body", sentence());
        return article;
    }

    /** Words of four syllables out of forty million: few articles share one, so that links stay cheap. */
    private String sentence() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < WORDS; i++) {
            for (int syllable = 0; syllable < 4; syllable++) {
                text.append("bcdfghklmnprstvz".charAt(random.nextInt(16))).append("aeiou".charAt(random.nextInt(5)));
            }
            text.append(i == WORDS - 1 ? "." : " ");
        }
        return text.toString();
    }
}
