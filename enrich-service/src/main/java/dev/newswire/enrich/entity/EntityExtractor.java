package dev.newswire.enrich.entity;

import dev.newswire.enrich.entity.tagger.MentionTagger;
import dev.newswire.enrich.text.Folding;
import dev.newswire.schema.Entity;
import dev.newswire.schema.EntityDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the entities of an article. Immutable and thread-safe; the result depends on the arguments and
 * {@link #rulesVersion()} alone. Never fails, whatever the text, and takes time linear in its length.
 */
public final class EntityExtractor {
    /** Changes with the rules of this package; the tables bring their own hash. */
    private static final String RULES = "3";

    private final KnowledgeBase base;
    private final TaggerRecogniser tagger;

    private EntityExtractor(KnowledgeBase base, MentionTagger tagger) {
        this.base = base;
        this.tagger = new TaggerRecogniser(tagger, base);
    }

    /** Loads the tables and the tagger that this module ships: about a second. */
    public static EntityExtractor load() {
        try (InputStream built = resource("kb.tsv.gz");
                InputStream overlay = resource("overlay.tsv");
                InputStream words = resource("words.tsv")) {
            return new EntityExtractor(KnowledgeBaseReader.read(built, overlay, words), MentionTagger.shipped());
        } catch (IOException e) {
            throw new UncheckedIOException("The tables of names cannot be read: is the jar damaged?", e);
        }
    }

    /**
     * This extractor with what operators say of entities. What they leave as it is, is shared between the two.
     *
     * @param definitions one for each id, all of them without a {@link DefinitionRules#mistake}
     */
    public EntityExtractor with(Collection<EntityDefinition> definitions) {
        return new EntityExtractor(DefinitionLayer.over(base, definitions), tagger.tagger());
    }

    /** This extractor with another tagger in the place of the shipped one. */
    public EntityExtractor with(MentionTagger other) {
        return new EntityExtractor(base, other);
    }

    /**
     * The entities of an article, the most salient first.
     *
     * @param language BCP 47 tag; null where unknown: then it is guessed whether the text is English. Texts in other
     *     languages get the surest names only
     */
    public List<Entity> extract(String title, String body, @Nullable String language) {
        Document document = new Document(title, body, language, base.lexicon());
        tagger.read(document);
        return new DocumentPass(base, document).run();
    }

    /**
     * Number of the places where the tables know a name: the cheapest reading of a text, without the tagger, without
     * linking and without what the document tells.
     */
    public int countKnownNames(String text, @Nullable String language) {
        Document document = new Document("", text, language, base.lexicon());
        return new AliasRecogniser(base, document).recognise().size();
    }

    /** Version of the rules, the tagger and the tables: equal versions give equal entities for equal articles. */
    public String rulesVersion() {
        return RULES + "-" + base.version();
    }

    /** Every spelling under which a defined entity is found, the canonical name first. */
    public List<NameForm> formsOf(EntityDefinition definition) {
        return NameForms.of(definition, base.lexicon());
    }

    /** Number of entities known. */
    public int size() {
        return base.size();
    }

    /** Whether the table has an entity of this id. */
    public boolean knows(String entityId) {
        return base.number(entityId) >= 0;
    }

    /** Whether a single word is the name of a people, or its adjective: `Japanese`, `Britons`. */
    public boolean isDemonym(CharSequence word) {
        return (base.lexicon().of(Folding.key(word)) & Lexicon.DEMONYM) != 0;
    }

    static InputStream resource(String name) {
        InputStream in = EntityExtractor.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("Missing from the class path: " + name);
        }
        return in;
    }
}
