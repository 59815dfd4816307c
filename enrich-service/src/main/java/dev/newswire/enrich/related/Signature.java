package dev.newswire.enrich.related;

import dev.newswire.schema.internal.ArticleSignature;
import dev.newswire.schema.internal.SignatureEntity;
import java.util.List;

/**
 * What is compared of an article, laid out for comparing many.
 *
 * @param terms the heaviest words, scaled to about length 255
 * @param title words of the title, scaled to about length 255
 * @param entities the most salient entities, in the order of their ids
 * @param shingles the smallest hashes of runs of four words, ascending
 * @param length number of words of the whole text
 */
public record Signature(
        WeightedTerms terms, WeightedTerms title, List<SignatureEntity> entities, Sketch shingles, int length) {
    /** As it travels and is stored. */
    public ArticleSignature toAvro() {
        return ArticleSignature.newBuilder()
                .setTerms(terms.toAvro())
                .setTitleTerms(title.toAvro())
                .setEntities(entities)
                .setShingles(shingles.toAvro())
                .setLength(length)
                .build();
    }

    /** The reverse of {@link #toAvro()}. */
    public static Signature from(ArticleSignature stored) {
        return new Signature(
                WeightedTerms.from(stored.getTerms()),
                WeightedTerms.from(stored.getTitleTerms()),
                stored.getEntities(),
                Sketch.from(stored.getShingles()),
                stored.getLength());
    }
}
