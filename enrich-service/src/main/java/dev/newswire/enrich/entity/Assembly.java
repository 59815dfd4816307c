package dev.newswire.enrich.entity;

import dev.newswire.schema.Entity;
import dev.newswire.schema.Mention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the schema's entities of linked spans. */
final class Assembly {
    private Assembly() {}

    /** Entities, the most salient first; mentions in the order of the text, title first. */
    static List<Entity> entities(List<Span> spans, Document document) {
        Map<String, List<Span>> byEntity = new LinkedHashMap<>();
        for (Span span : spans) {
            Chain chain = span.chain();
            if (chain != null) {
                byEntity.computeIfAbsent(chain.id(), id -> new ArrayList<>()).add(span);
            }
        }
        List<Entity> entities = new ArrayList<>(byEntity.size());
        byEntity.values().forEach(group -> entities.add(entity(group, document)));
        entities.sort(Comparator.comparingDouble((Entity entity) -> -entity.getSalience()));
        return entities;
    }

    private static Entity entity(List<Span> spans, Document document) {
        Chain chain = spans.get(0).chain();
        if (chain == null) {
            throw new IllegalStateException("Only linked spans make an entity");
        }
        float confidence = 0;
        List<Mention> mentions = new ArrayList<>(spans.size());
        for (Span span : spans) {
            confidence = Math.max(confidence, span.confidence());
            mentions.add(mention(span));
        }
        return Entity.newBuilder()
                .setEntityId(chain.id())
                .setName(chain.name())
                .setType(chain.type())
                .setWikidataId(chain.wikidataId())
                .setSalience(Salience.of(spans, document.title()))
                .setConfidence(Math.round(confidence * 100) / 100f)
                .setMentions(mentions)
                .setCountry(chain.country())
                .build();
    }

    private static Mention mention(Span span) {
        return new Mention(
                span.field().kind(),
                span.field().tokens().start(span.from()),
                span.field().tokens().end(span.to() - 1),
                span.surface(),
                span.method(),
                Math.round(span.confidence() * 100) / 100f);
    }
}
