package dev.newswire.enrich.entity;

import dev.newswire.schema.MentionField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The texts of an article, and whether the rules of English names hold for them. */
final class Document {
    private static final int ENOUGH_WORDS = 12;
    private static final float FUNCTION_SHARE = 0.12f;

    private final Field title;
    private final Field body;
    private final boolean english;

    Document(String title, String body, @Nullable String language, Lexicon lexicon) {
        this.title = new Field(MentionField.TITLE, title, lexicon);
        this.body = new Field(MentionField.BODY, body, lexicon);
        this.english = language == null ? looksEnglish() : language.startsWith("en");
    }

    List<Field> fields() {
        return List.of(title, body);
    }

    Field title() {
        return title;
    }

    Field body() {
        return body;
    }

    boolean english() {
        return english;
    }

    /** Function words make up a third of English prose; a short text is given the benefit of the doubt. */
    private boolean looksEnglish() {
        Field longer = body.size() >= ENOUGH_WORDS ? body : title;
        int functions = 0;
        int size = Math.min(longer.size(), 400);
        for (int i = 0; i < size; i++) {
            functions += longer.word(i, Lexicon.FUNCTION) ? 1 : 0;
        }
        return size < ENOUGH_WORDS || functions > size * FUNCTION_SHARE;
    }
}
