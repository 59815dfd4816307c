package dev.newswire.enrich.entity.tagger;

/**
 * What the features of a word itself, whatever stands around it, add up to: words come again and again in a text, and
 * their weights are far apart in memory. A word that falls on the place of another one takes it.
 */
final class OwnScores {
    private static final int BITS = 9;

    private final Weights weights;
    private final int[] rows = new int[TokenFeatures.MOST];
    private final long[] keys = new long[1 << BITS];
    private final long[] sums = new long[Weights.SUMS << BITS];
    private final int[] counts = new int[1 << BITS];

    OwnScores(Weights weights) {
        this.weights = weights;
    }

    /** Place of the sums of word `i`. */
    int of(TokenFeatures features, int i) {
        long key = features.ownKey(i);
        int place = (int) (key >>> (Long.SIZE - BITS));
        if (keys[place] != key) {
            keys[place] = key;
            counts[place] = features.fillOwn(i, rows);
            weights.sum(rows, counts[place], sums, place * Weights.SUMS);
        }
        return place;
    }

    /** Writes the scores of all labels from `at` on, with the other features of the word. */
    void score(int place, int[] around, int count, float[] scores, int at) {
        weights.score(around, count, sums, place * Weights.SUMS, counts[place], scores, at);
    }
}
