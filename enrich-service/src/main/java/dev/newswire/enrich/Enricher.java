package dev.newswire.enrich;

import dev.newswire.enrich.lifecycle.Outcome;
import dev.newswire.enrich.related.Analyser;
import dev.newswire.enrich.related.Signature;
import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.Entity;
import dev.newswire.schema.RawArticle;
import dev.newswire.schema.internal.ArticleMemory;
import java.util.List;

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
        List<Entity> entities = recogniser.recognise(event.getTitle(), event.getBody(), event.getLanguage());
        Signature signature = analyser.analyse(event.getTitle(), event.getBody(), event.getLanguage(), entities);
        ArticleMemory memory = ArticleMemory.newBuilder(accepted.memory())
                .setPostingKeys(analyser.keys(signature))
                .build();
        return new Enrichment(memory, article(event, memory, entities), signature.toAvro(), accepted.formerKeys());
    }

    Enrichment withdraw(Outcome.Retracted retracted) {
        return new Enrichment(retracted.memory(), null, null, retracted.formerKeys());
    }

    private EnrichedArticle article(RawArticle event, ArticleMemory memory, List<Entity> entities) {
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
                .setEmbargoUntil(event.getEmbargoUntil())
                .setReceivedAt(event.getReceivedAt())
                .setFirstReceivedAt(memory.getFirstReceivedAt())
                .setContentHash(event.getContentHash())
                .setEntities(entities)
                .setDeclaredRelated(event.getDeclaredRelated())
                .setRulesVersion(recogniser.rulesVersion())
                .build();
    }
}
