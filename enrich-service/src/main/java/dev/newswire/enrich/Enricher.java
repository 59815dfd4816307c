package dev.newswire.enrich;

import dev.newswire.enrich.lifecycle.Outcome;
import dev.newswire.enrich.related.Analyser;
import dev.newswire.enrich.related.Signature;
import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.RawArticle;
import dev.newswire.schema.internal.ArticleMemory;
import java.util.Optional;

/** Reads an accepted article: its entities, and what finds articles like it. */
final class Enricher {
    private final EntityRecogniser recogniser;
    private final Analyser analyser;

    Enricher(EntityRecogniser recogniser, Analyser analyser) {
        this.recogniser = recogniser;
        this.analyser = analyser;
    }

    Enrichment enrich(Outcome.Accepted accepted) {
        RawArticle event = accepted.event();
        Recognition recognition = recogniser.recognise(event.getTitle(), event.getBody(), event.getLanguage());
        Signature signature =
                analyser.analyse(event.getTitle(), event.getBody(), event.getLanguage(), recognition.entities());
        ArticleMemory memory = ArticleMemory.newBuilder(accepted.memory())
                .setPostingKeys(analyser.keys(signature))
                .setEnrichedRevision(event.getRevision())
                .setEntitiesFingerprint(EntityFingerprint.of(recognition.entities()))
                .build();
        return new Enrichment(memory, article(event, memory, recognition), signature.toAvro(), accepted.formerKeys());
    }

    /**
     * Reads an article anew that stands as it is shown: the next generation of it.
     *
     * @return empty where it names the same entities as before
     */
    Optional<Enrichment> again(ArticleMemory memory, EnrichedArticle shown) {
        Recognition recognition = recogniser.recognise(shown.getTitle(), shown.getBody(), shown.getLanguage());
        long fingerprint = EntityFingerprint.of(recognition.entities());
        if (fingerprint == fingerprint(memory, shown)) {
            return Optional.empty();
        }
        Signature signature =
                analyser.analyse(shown.getTitle(), shown.getBody(), shown.getLanguage(), recognition.entities());
        ArticleMemory next = ArticleMemory.newBuilder(memory)
                .setGeneration(memory.getGeneration() + 1)
                .setPostingKeys(analyser.keys(signature))
                .setEnrichedRevision(shown.getRevision())
                .setEntitiesFingerprint(fingerprint)
                .build();
        EnrichedArticle article = EnrichedArticle.newBuilder(shown)
                .setFirstReceivedAt(memory.getFirstReceivedAt())
                .setEntities(recognition.entities())
                .setRulesVersion(recognition.rulesVersion())
                .build();
        return Optional.of(new Enrichment(next, article, signature.toAvro(), memory.getPostingKeys()));
    }

    /** An article that may be linked now that its embargo has ended: the next generation of it. */
    Enrichment release(ArticleMemory memory, EnrichedArticle held) {
        Signature signature = analyser.analyse(held.getTitle(), held.getBody(), held.getLanguage(), held.getEntities());
        ArticleMemory next = ArticleMemory.newBuilder(memory)
                .setGeneration(memory.getGeneration() + 1)
                .setPostingKeys(analyser.keys(signature))
                .build();
        return new Enrichment(next, held, signature.toAvro(), memory.getPostingKeys());
    }

    /** What was written last; of articles enriched by an earlier build, what the request shows. */
    private static long fingerprint(ArticleMemory memory, EnrichedArticle shown) {
        return memory.getEntitiesFingerprint() != 0
                ? memory.getEntitiesFingerprint()
                : EntityFingerprint.of(shown.getEntities());
    }

    Enrichment withdraw(Outcome.Retracted retracted) {
        return new Enrichment(retracted.memory(), null, null, retracted.formerKeys());
    }

    private static EnrichedArticle article(RawArticle event, ArticleMemory memory, Recognition recognition) {
        return EnrichedArticle.newBuilder()
                .setArticleId(event.getArticleId())
                .setRevision(event.getRevision())
                .setSource(event.getSource())
                .setCanonicalUrl(event.getCanonicalUrl())
                .setTitle(event.getTitle())
                .setBody(event.getBody())
                .setAuthors(event.getAuthors())
                .setPublishedAt(event.getPublishedAt())
                .setPublishedAtEstimated(event.getPublishedAtEstimated())
                .setLanguage(event.getLanguage())
                .setSection(event.getSection())
                .setEmbargoUntil(event.getEmbargoUntil())
                .setReceivedAt(event.getReceivedAt())
                .setFirstReceivedAt(memory.getFirstReceivedAt())
                .setContentHash(event.getContentHash())
                .setEntities(recognition.entities())
                .setDeclaredRelated(event.getDeclaredRelated())
                .setRulesVersion(recognition.rulesVersion())
                .build();
    }
}
