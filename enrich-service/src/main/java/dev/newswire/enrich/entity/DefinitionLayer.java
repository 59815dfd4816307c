package dev.newswire.enrich.entity;

import dev.newswire.enrich.entity.KnowledgeBase.Entry;
import dev.newswire.enrich.entity.KnowledgeBase.Kind;
import dev.newswire.enrich.text.Tokeniser;
import dev.newswire.enrich.text.Tokens;
import dev.newswire.schema.EntityDefinition;
import dev.newswire.schema.EntityType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * Lays definitions over a knowledge base. They are taken in the order of their ids, so that the same ones always give the
 * same base and the same version.
 */
final class DefinitionLayer {
    private final KnowledgeBase base;
    private final MessageDigest digest = sha256();

    private DefinitionLayer(KnowledgeBase base) {
        this.base = base;
    }

    static KnowledgeBase over(KnowledgeBase shipped, Collection<EntityDefinition> definitions) {
        if (definitions.isEmpty()) {
            return shipped;
        }
        List<EntityDefinition> ordered = definitions.stream()
                .sorted(Comparator.comparing(EntityDefinition::getEntityId))
                .toList();
        DefinitionLayer layer = new DefinitionLayer(new KnowledgeBase(shipped, nameless(shipped, ordered)));
        ordered.forEach(layer::take);
        layer.base.version(shipped.version() + "+" + HexFormat.of().formatHex(layer.digest.digest(), 0, 6));
        return layer.base;
    }

    private static BitSet nameless(KnowledgeBase shipped, List<EntityDefinition> definitions) {
        BitSet nameless = new BitSet();
        for (EntityDefinition definition : definitions) {
            int number = shipped.number(definition.getEntityId());
            if (number >= 0 && (definition.getDisabled() || !definition.getKeepsShippedNames())) {
                nameless.set(number);
            }
        }
        return nameless;
    }

    private void take(EntityDefinition definition) {
        digest(definition);
        if (definition.getDisabled()) {
            return;
        }
        int number = base.replace(entry(definition));
        String item = definition.getWikidataId();
        if (item != null) {
            base.wikidataId(definition.getEntityId(), item);
        }
        for (NameForm form : NameForms.of(definition, base.lexicon())) {
            Tokens words = Tokeniser.tokenise(form.text());
            base.names().add(words, number, flags(form, words.size(), definition.getName()));
        }
    }

    private static int flags(NameForm form, int words, String name) {
        if (form.use() == NameForm.Use.WITH_SUPPORT) {
            return PhraseTable.WEAK;
        }
        return words > 1 || form.text().equals(name) ? PhraseTable.FULL : 0;
    }

    private Entry entry(EntityDefinition definition) {
        return new Entry(
                definition.getEntityId(),
                definition.getName(),
                definition.getType(),
                kind(definition),
                definition.getCountry(),
                definition.getPrior(),
                true);
    }

    /** The kind that it was shipped with, unless it is said to be of another type. */
    private Kind kind(EntityDefinition definition) {
        int shipped = base.number(definition.getEntityId());
        if (shipped >= 0 && base.entity(shipped).type() == definition.getType()) {
            return base.entity(shipped).kind();
        }
        return definition.getType() == EntityType.PERSON ? Kind.PERSON : Kind.OTHER;
    }

    /** What is for people, the description, changes no result. */
    private void digest(EntityDefinition definition) {
        String said = String.join(
                "\n",
                definition.getEntityId(),
                definition.getName(),
                definition.getType().name(),
                String.join("\t", definition.getAliases()),
                String.join("\t", definition.getWeakAliases()),
                definition.getCountry(),
                String.valueOf(definition.getWikidataId()),
                definition.getPrior() + " " + definition.getKeepsShippedNames() + " " + definition.getDisabled());
        digest.update((said + "\n\n").getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
