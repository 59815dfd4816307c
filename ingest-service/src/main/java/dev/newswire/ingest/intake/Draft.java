package dev.newswire.ingest.intake;

import dev.newswire.ingest.identity.ContentHash;
import dev.newswire.ingest.identity.References;
import dev.newswire.schema.EventKind;
import dev.newswire.schema.RawArticle;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A clean article that lacks only its links to articles on the same page, and its hash.
 *
 * @param article with its id
 * @param references to other articles as the source names them
 * @param warnings so far
 * @param hasRevision whether the sender gave the revision; else it is the time of receipt
 */
record Draft(RawArticle.Builder article, List<String> references, Warnings warnings, boolean hasRevision) {

    String articleId() {
        return article.getArticleId();
    }

    /** Moves the time of receipt. */
    void receivedAt(Instant at) {
        article.setReceivedAt(at);
        if (!hasRevision) {
            article.setRevision(at.toEpochMilli());
        }
    }

    /** The event, given the ids of the articles on the same page that it names. */
    RawArticle finish(List<String> siblings) {
        Set<String> related = new LinkedHashSet<>(siblings);
        related.addAll(References.resolve(article.getSource(), references));
        related.remove(articleId());
        article.setDeclaredRelated(List.copyOf(related)).setWarnings(warnings.sentences());
        if (article.getKind() == EventKind.UPSERT) {
            article.setContentHash(ContentHash.of(article));
        }
        return article.build();
    }
}
