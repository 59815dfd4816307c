package dev.newswire.benchmarks.entity;

import dev.newswire.benchmarks.tagger.Prose;
import dev.newswire.benchmarks.tagger.Sentence;
import dev.newswire.enrich.entity.EntityExtractor;
import dev.newswire.enrich.entity.tagger.MentionTagger;
import dev.newswire.enrich.text.Tokeniser;
import dev.newswire.enrich.text.Tokens;
import dev.newswire.schema.Entity;
import dev.newswire.schema.EntityType;
import dev.newswire.schema.Mention;
import java.util.ArrayList;
import java.util.List;

/** Finds names in texts, one way or another. */
interface Names {
    /** Takes a name by its first character and the one after its last. */
    interface Sink {
        void name(int start, int end, EntityType type);
    }

    void find(String text, Sink sink);

    /** Reads a text for the sake of the time it takes. */
    default void read(String text) {
        find(text, (start, end, type) -> {});
    }

    /** Names in whole words of the annotators: one that cuts a word counts as the whole word. */
    default List<Sentence.Name> in(Prose prose) {
        List<Sentence.Name> names = new ArrayList<>();
        find(
                prose.text(),
                (start, end, type) ->
                        names.add(new Sentence.Name(prose.wordAt(start), prose.wordAt(end - 1) + 1, type)));
        return names;
    }

    /** By all that the service does. */
    static Names ofExtractor(EntityExtractor extractor) {
        return (text, sink) -> {
            for (Entity entity : extractor.extract("", text, "en")) {
                for (Mention mention : entity.getMentions()) {
                    sink.name(mention.getStart(), mention.getEnd(), typeOf(extractor, entity, mention));
                }
            }
        };
    }

    /** The type as corpora have it: the name of a people, or its adjective, is none of a place. */
    static EntityType typeOf(EntityExtractor extractor, Entity entity, Mention mention) {
        boolean people = entity.getType() == EntityType.LOCATION && extractor.isDemonym(mention.getSurface());
        return people ? EntityType.MISC : entity.getType();
    }

    /** By the tagger alone. */
    static Names ofTagger(MentionTagger tagger) {
        return (text, sink) -> {
            Tokens tokens = Tokeniser.tokenise(text);
            tagger.tag(
                    tokens,
                    false,
                    (from, to, type, probabilities) -> sink.name(tokens.start(from), tokens.end(to - 1), type));
        };
    }
}
