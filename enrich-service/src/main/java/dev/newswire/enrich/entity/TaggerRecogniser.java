package dev.newswire.enrich.entity;

import dev.newswire.enrich.entity.tagger.MentionTagger;
import dev.newswire.enrich.text.Gap;
import dev.newswire.schema.EntityType;
import java.util.ArrayList;
import java.util.List;

/** Finds names that no table knows, and the types of those that one does, by what the tagger learned of English texts. */
final class TaggerRecogniser implements MentionRecogniser {
    private static final float LEAST = 0.25f;
    private static final int PARTING = Gap.OPEN | Gap.CLOSE | Gap.QUOTE;
    private static final int OFTEN = 5;
    private static final float SURE = 0.97f;

    private final MentionTagger tagger;

    TaggerRecogniser(MentionTagger tagger) {
        this.tagger = tagger;
    }

    @Override
    public List<Span> recognise(Document document) {
        List<Span> spans = new ArrayList<>();
        if (document.english()) {
            document.fields().forEach(field -> recognise(field, spans));
        }
        return spans;
    }

    private void recognise(Field field, List<Span> spans) {
        tagger.tag(field.tokens(), field.heading(), (from, to, type, confidence) -> {
            int end = endOfName(field, from, to, type);
            int start = startOfName(field, from, end, type);
            if (confidence >= LEAST && !isOrdinary(field, start, end, confidence)) {
                spans.add(Span.unknown(field, start, end, type, confidence));
            }
        });
    }

    /** A name ends where a bracket or a quotation does, and that of a place at a comma, whatever was learned. */
    private static int endOfName(Field field, int from, int to, EntityType type) {
        int parting = type == EntityType.LOCATION ? PARTING | Gap.COMMA : PARTING;
        for (int i = from + 1; i < to; i++) {
            if ((field.tokens().gap(i) & parting) != 0) {
                return i;
            }
        }
        return type == EntityType.PERSON && isSecondSyllable(field, from, to) ? to + 1 : to;
    }

    /** `hoon` of `Park Ji-hoon`. */
    private static boolean isSecondSyllable(Field field, int from, int i) {
        return i < field.size()
                && field.tokens().gap(i) == Gap.HYPHEN
                && field.word(from, Lexicon.LEADING_SURNAME)
                && field.ordinary(i) == 0
                && !field.word(i, Lexicon.FOLLOWER);
    }

    /** The first word that is neither an article nor, before a person's name, a title. */
    private static int startOfName(Field field, int from, int to, EntityType type) {
        int start = from;
        while (start < to - 1 && (field.word(start, Lexicon.FUNCTION) || isTitle(field, start, type))) {
            start++;
        }
        return start;
    }

    private static boolean isTitle(Field field, int i, EntityType type) {
        boolean title = field.word(i, Lexicon.TITLE) && !field.word(i, Lexicon.FIRST_NAME);
        return type == EntityType.PERSON && (title || field.word(i, Lexicon.HONORIFIC));
    }

    /** Whether a single word has its capital from its place and is more often no name. */
    private static boolean isOrdinary(Field field, int from, int to, float confidence) {
        return to - from == 1 && !field.chosen(from) && field.ordinary(from) >= OFTEN && confidence < SURE;
    }
}
