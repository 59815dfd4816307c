package dev.newswire.benchmarks.tagger;

import dev.newswire.enrich.entity.tagger.MentionTagger;
import dev.newswire.enrich.text.Tokeniser;
import dev.newswire.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/** Asks the tagger alone for the names of annotated sentences. */
final class Tagging {
    private Tagging() {}

    static SpanScore score(MentionTagger tagger, List<Sentence> sentences) {
        SpanScore score = new SpanScore();
        for (List<Sentence> document : Sentence.documents(sentences, 1)) {
            score.add(Sentence.names(document), names(tagger, document));
        }
        return score;
    }

    /** Names in whole words of the annotators. */
    private static List<Sentence.Name> names(MentionTagger tagger, List<Sentence> document) {
        Prose prose = Prose.of(document);
        Tokens tokens = Tokeniser.tokenise(prose.text());
        List<Sentence.Name> names = new ArrayList<>();
        tagger.tag(tokens, false, (from, to, type, probabilities) -> {
            int first = prose.wordAt(tokens.start(from));
            int last = prose.wordAt(tokens.end(to - 1) - 1);
            names.add(new Sentence.Name(first, last + 1, type));
        });
        return names;
    }
}
