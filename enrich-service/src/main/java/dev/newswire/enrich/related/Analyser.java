package dev.newswire.enrich.related;

import dev.newswire.schema.Entity;
import dev.newswire.schema.internal.SignatureEntity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads an article once and keeps what finds and compares it. */
public final class Analyser {
    static final int TERMS = 32;
    private static final int TITLE_TERMS = 16;
    static final int ENTITIES = 12;
    /** Beginning of the ids of entities that are known by name only. */
    private static final String UNKNOWN = "nil:";

    private static final int SHINGLES = 32;
    private static final int TERM_KEYS = 8;
    private static final int SHINGLE_KEYS = 4;
    /** A title is short but says what the article is about. */
    private static final double TITLE_FACTOR = 3;
    /** Names in a smaller share of articles than this tell all that a name can. */
    private static final double RAREST_IDF = 7;
    /** Names in a greater share of articles tell nothing. */
    private static final double COMMONEST_IDF = 2.5;

    private final DocumentFrequencies frequencies;
    private final CommonWords commonWords = CommonWords.shipped();

    public Analyser(DocumentFrequencies frequencies) {
        this.frequencies = frequencies;
    }

    /** Changes when the same article would be read otherwise. */
    public String version() {
        return frequencies.version();
    }

    /**
     * @param language BCP 47 tag; null where unknown
     * @param entities as recognised in title and body
     */
    public Signature analyse(String title, String body, @Nullable String language, List<Entity> entities) {
        List<String> titleWords = Words.of(title);
        List<String> words = new ArrayList<>(titleWords);
        words.addAll(Words.of(body));
        return new Signature(
                WeightedTerms.heaviest(weights(titleWords, words, language), TERMS),
                WeightedTerms.heaviest(weights(List.of(), titleWords, language), TITLE_TERMS),
                signatureEntities(entities),
                Sketch.of(words, SHINGLES),
                words.size());
    }

    /**
     * Keys under which articles meet, the rarest first and in the same order for every article: runs of words (these
     * find copies), then words by ascending frequency.
     */
    public List<String> keys(Signature signature) {
        List<String> keys = new ArrayList<>();
        for (int hash : signature.shingles().smallest(SHINGLE_KEYS)) {
            keys.add(String.format(java.util.Locale.ROOT, "s:%08x", hash));
        }
        signature.terms().heaviest(TERM_KEYS).stream()
                .sorted(Comparator.<String>comparingDouble(frequencies::idf)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(term -> keys.add("t:" + term));
        return keys;
    }

    private Map<String, Double> weights(List<String> title, List<String> words, @Nullable String language) {
        Map<String, Double> counts = new HashMap<>();
        words.forEach(word -> counts.merge(word, 1.0, Double::sum));
        title.forEach(word -> counts.merge(word, TITLE_FACTOR - 1, Double::sum));
        Map<String, Double> weights = new HashMap<>();
        counts.forEach((word, count) -> {
            double weight = (1 + Math.log(count)) * idf(word, language);
            if (weight > 0) {
                weights.put(word, weight);
            }
        });
        return weights;
    }

    private double idf(String word, @Nullable String language) {
        if (word.length() < 2 || commonWords.contains(word, language)) {
            return 0;
        }
        return frequencies.idf(word);
    }

    /** The most salient; a name that no table knows may be another's in another article, and so comes last. */
    private List<SignatureEntity> signatureEntities(List<Entity> entities) {
        return entities.stream()
                .sorted(Comparator.comparing(
                                (Entity entity) -> entity.getEntityId().startsWith(UNKNOWN))
                        .thenComparing(
                                Comparator.comparingDouble(Entity::getSalience).reversed())
                        .thenComparing(Entity::getEntityId))
                .limit(ENTITIES)
                .map(this::signatureEntity)
                .sorted(Comparator.comparing(SignatureEntity::getEntityId))
                .toList();
    }

    private SignatureEntity signatureEntity(Entity entity) {
        int salience = Math.round(255 * Math.min(1, Math.max(0, entity.getSalience())));
        return new SignatureEntity(
                entity.getEntityId(), entity.getName(), Math.max(1, salience), rarity(entity.getName()));
    }

    /** A name is as rare as its rarest word. */
    private int rarity(String name) {
        double idf = Words.of(name).stream().mapToDouble(frequencies::idf).max().orElse(0);
        double share = (idf - COMMONEST_IDF) / (RAREST_IDF - COMMONEST_IDF);
        return (int) Math.round(255 * Math.min(1, Math.max(0, share)));
    }
}
