package dev.newswire.ingest.poll;

import dev.newswire.ingest.intake.Outcome;
import dev.newswire.schema.RawArticle;
import java.nio.charset.StandardCharsets;

/**
 * An item that goes on, and by what it will be known again.
 *
 * @param item what it is known by
 * @param content what it said
 * @param isFinal whether it is to be remembered; not where more of it may come later
 */
record Fresh(Outcome outcome, String item, String content, boolean isFinal) {

    private static final int EVIDENCE_BYTES = 4_096;

    /** As it stands in its document: an article by its id, a rejected item by its beginning. */
    static Fresh of(Outcome outcome) {
        if (outcome instanceof Outcome.Ready ready) {
            RawArticle article = ready.article();
            return new Fresh(outcome, article.getArticleId(), article.getContentHash(), true);
        }
        Outcome.Rejected rejected = (Outcome.Rejected) outcome;
        String evidence = new String(rejected.excerpt().head(EVIDENCE_BYTES), StandardCharsets.UTF_8);
        return new Fresh(outcome, "rejected " + evidence, rejected.refusal().reason(), true);
    }
}
