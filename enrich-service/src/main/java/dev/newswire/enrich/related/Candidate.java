package dev.newswire.enrich.related;

import dev.newswire.schema.internal.ArticleSignature;
import dev.newswire.schema.internal.Posting;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An article under its keys as a posting says, laid out for being compared with many. Never changes. */
public final class Candidate {
    private final String articleId;
    private final long generation;
    private final long at;
    private final String[] keys;
    private final @Nullable Signature signature;

    private Candidate(Posting posting) {
        ArticleSignature stored = posting.getSignature();
        this.articleId = posting.getArticleId();
        this.generation = posting.getGeneration();
        this.at = posting.getAt().toEpochMilli();
        this.keys = posting.getKeys().toArray(String[]::new);
        this.signature = stored == null ? null : Signature.from(stored);
    }

    /** What a posting says. */
    public static Candidate from(Posting posting) {
        return new Candidate(posting);
    }

    /** The article. */
    public String articleId() {
        return articleId;
    }

    /** Generation of the article that this describes. */
    public long generation() {
        return generation;
    }

    /** When the article was first received, epoch milliseconds. */
    public long at() {
        return at;
    }

    /** What is compared; null where the posting is withdrawn. */
    public @Nullable Signature signature() {
        return signature;
    }

    /** Every key of the article, the rarest first. */
    List<String> keys() {
        return Arrays.asList(keys);
    }

    /**
     * Whether this key is the rarest that both have. The keys of both are in the same order, so the answer does not depend
     * on which comes first.
     */
    boolean meetsFirstUnder(String key, Candidate other) {
        for (String rarer : keys) {
            if (rarer.equals(key)) {
                return true;
            }
            if (other.hasBefore(key, rarer)) {
                return false;
            }
        }
        return false;
    }

    private boolean hasBefore(String end, String wanted) {
        for (String key : keys) {
            if (key.equals(wanted)) {
                return true;
            }
            if (key.equals(end)) {
                return false;
            }
        }
        return false;
    }
}
