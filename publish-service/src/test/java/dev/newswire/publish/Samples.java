package dev.newswire.publish;

import dev.newswire.platform.serde.TrustedRecords;
import dev.newswire.schema.EnrichedArticle;
import dev.newswire.schema.Entity;
import dev.newswire.schema.EntityType;
import dev.newswire.schema.FeedDefinition;
import dev.newswire.schema.Link;
import dev.newswire.schema.LinkKind;
import dev.newswire.schema.LinkReason;
import dev.newswire.schema.Mention;
import dev.newswire.schema.MentionField;
import dev.newswire.schema.MentionMethod;
import dev.newswire.schema.ReasonKind;
import dev.newswire.schema.RelatedArticles;
import java.time.Instant;
import java.util.List;

/** Articles, entities and links to test with. */
public final class Samples {
    /** When the first sample article was received. */
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    static {
        TrustedRecords.trust();
    }

    private Samples() {}

    /** An article id: 26 characters that end with a number. */
    public static String id(int number) {
        return "0ARTICLE" + String.format(java.util.Locale.ROOT, "%018d", number);
    }

    /** An article received that many minutes after noon that names NATO and Japan. */
    public static EnrichedArticle.Builder article(int number) {
        Instant received = NOON.plusSeconds(60L * number);
        return EnrichedArticle.newBuilder()
                .setArticleId(id(number))
                .setRevision(received.toEpochMilli())
                .setSource("example.org")
                .setCanonicalUrl("https://example.org/news/" + number)
                .setTitle("NATO meets, part " + number)
                .setBody("NATO met in Japan. Nothing else happened.\nThe talks go on.")
                .setAuthors(List.of("A. Writer"))
                .setPublishedAt(received.minusSeconds(30))
                .setLanguage("en")
                .setSection("World")
                .setReceivedAt(received)
                .setFirstReceivedAt(received)
                .setContentHash("0123456789abcdef0123456789abcdef")
                .setEntities(List.of(
                        entity("Q7184", "NATO", EntityType.ORGANISATION, 0.9f),
                        entity("Q17", "Japan", EntityType.LOCATION, 0.4f)))
                .setDeclaredRelated(List.of())
                .setRulesVersion("1");
    }

    /** An entity without mentions. */
    public static Entity entity(String entityId, String name, EntityType type, float salience) {
        return Entity.newBuilder()
                .setEntityId(entityId)
                .setName(name)
                .setType(type)
                .setSalience(salience)
                .setConfidence(0.9f)
                .setMentions(List.of())
                .build();
    }

    /** A mention in the body or title. */
    public static Mention mention(MentionField field, int start, String surface) {
        return new Mention(field, start, start + surface.length(), surface, MentionMethod.ALIAS, 0.9f);
    }

    /** Links from one article to others, with a story named after its oldest member. */
    public static RelatedArticles related(int number, int storyNumber, int storySize, int... others) {
        return RelatedArticles.newBuilder()
                .setArticleId(id(number))
                .setStoryId(id(storyNumber))
                .setStorySize(storySize)
                .setLinks(
                        java.util.Arrays.stream(others).mapToObj(Samples::link).toList())
                .setRulesVersion("1")
                .build();
    }

    /** Links that name the same text elsewhere. */
    public static RelatedArticles copies(int number, int storyNumber, int storySize, int... others) {
        return RelatedArticles.newBuilder(related(number, storyNumber, storySize))
                .setLinks(java.util.Arrays.stream(others)
                        .mapToObj(other -> new Link(id(other), LinkKind.DUPLICATE, 0.99f, List.of()))
                        .toList())
                .build();
    }

    /** A definition that every article meets. */
    public static FeedDefinition.Builder definition(String feedId) {
        return FeedDefinition.newBuilder().setFeedId(feedId).setTitle("Feed " + feedId);
    }

    private static Link link(int other) {
        return new Link(
                id(other),
                LinkKind.SAME_STORY,
                0.75f,
                List.of(
                        new LinkReason(ReasonKind.ENTITY, "Q7184", "NATO"),
                        new LinkReason(ReasonKind.TERM, "summit", "summit")));
    }
}
