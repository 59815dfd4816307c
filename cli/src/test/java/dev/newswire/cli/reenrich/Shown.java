package dev.newswire.cli.reenrich;

import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.Entity;
import dev.newswire.schema.EntityType;
import java.time.Instant;
import java.util.List;

/** An article for tests, linked to Lakeport. */
final class Shown {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Shown() {}

    static EnrichedArticle article() {
        return EnrichedArticle.newBuilder()
                .setArticleId("A")
                .setRevision(1)
                .setSource("example")
                .setTitle("Shares fall")
                .setBody("Shares of Brackwater Dynamics fell in the harbour town.")
                .setReceivedAt(NOON)
                .setFirstReceivedAt(NOON)
                .setContentHash("1")
                .setEntities(List.of(entity("nw:lakeport", "Lakeport")))
                .setRulesVersion("1")
                .build();
    }

    static Entity entity(String id, String name) {
        return entity(id, name, 0.5f);
    }

    static Entity entity(String id, String name, float salience) {
        return Entity.newBuilder()
                .setEntityId(id)
                .setName(name)
                .setType(EntityType.LOCATION)
                .setSalience(salience)
                .setConfidence(0.9f)
                .setMentions(List.of())
                .build();
    }
}
