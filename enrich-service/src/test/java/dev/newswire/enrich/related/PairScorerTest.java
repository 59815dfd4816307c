package dev.newswire.enrich.related;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.platform.serde.TrustedRecords;
import dev.newswire.schema.Entity;
import dev.newswire.schema.EntityType;
import dev.newswire.schema.Link;
import dev.newswire.schema.LinkKind;
import dev.newswire.schema.LinkReason;
import dev.newswire.schema.ReasonKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PairScorerTest {
    static {
        TrustedRecords.trust();
    }

    private static final String FERRY =
            "A ferry with ninety people ran aground off Skagen on Sunday. Coastguard boats took"
                    + " off the passengers; nobody was hurt. Divers will inspect the hull before tugs pull the ferry free.";

    private final Analyser analyser = new Analyser(DocumentFrequencies.shipped());
    private final PairScorer scorer = PairScorer.shipped();

    @Test
    void answerIsTheSameInBothDirections() {
        Signature one = analyse("Ferry aground off Skagen", FERRY, entity("Q1", "Skagen", 0.8f));
        Signature other = analyse(
                "Divers inspect ferry hull", "The ferry off Skagen stays aground.", entity("Q1", "Skagen", 0.4f));

        Optional<Link> there = scorer.link(one, other, "x", Duration.ofHours(3));
        Optional<Link> back = scorer.link(other, one, "x", Duration.ofHours(-3));
        assertThat(there).isPresent().isEqualTo(back);
    }

    @Test
    void agencyPrefixAndNewHeadlineLeaveACopy() {
        Link link = link(
                analyse("Ferry aground off Skagen", FERRY),
                analyse("Ninety rescued", "SKAGEN (Agency) - " + FERRY + " More follows."));

        assertThat(link.getKind()).isEqualTo(LinkKind.DUPLICATE);
        assertThat(link.getReasons().get(0).getLabel()).endsWith("% of the text");
    }

    @Test
    void shortTextsAreNoCopies() {
        Signature digest = analyse("Morning digest", "All the news.");

        assertThat(scorer.link(digest, digest, "x", Duration.ZERO))
                .get()
                .extracting(Link::getKind)
                .isNotEqualTo(LinkKind.DUPLICATE);
    }

    @Test
    void oneRareNameInCommonMakesArticlesRelatedAndNotOneEvent() {
        Signature ferry = analyse("Ferry aground off Skagen", FERRY, entity("Q1", "Skagen", 0.8f));
        Signature festival = analyse(
                "Skagen prepares for its summer of painters",
                "Museums lend forty canvases and hotels are booked out; Skagen hopes for record visitors in July.",
                entity("Q1", "Skagen", 0.9f));

        Link link = link(ferry, festival);
        assertThat(link.getKind()).isEqualTo(LinkKind.RELATED);
        assertThat(link.getReasons()).contains(new LinkReason(ReasonKind.ENTITY, "Q1", "Skagen"));
    }

    @Test
    void oneCommonNameInCommonDoesNot() {
        Signature ferry = analyse("Ferry aground off Japan", FERRY, entity("Q17", "Japan", 0.8f));
        Signature baseball = analyse(
                "Pitcher retires after twenty seasons in Japan",
                "He won three pennants and never missed a spring camp; fans queued all night.",
                entity("Q17", "Japan", 0.9f));

        assertThat(scorer.link(ferry, baseball, "x", Duration.ZERO)).isEmpty();
    }

    @Test
    void timeBetweenThemMakesOneEventLessLikely() {
        Signature one = analyse("Ferry aground off Skagen", FERRY);
        Signature other = analyse(
                "Tugs pull ferry free off Skagen",
                "Tugs pulled the ferry free on Tuesday after divers had inspected the hull. The ninety passengers had"
                        + " been taken off by the coastguard.");

        assertThat(link(one, other).getScore())
                .isGreaterThan(scorer.link(one, other, "x", Duration.ofDays(3))
                        .orElseThrow()
                        .getScore());
    }

    private Link link(Signature one, Signature other) {
        return scorer.link(one, other, "x", Duration.ZERO).orElseThrow();
    }

    private Signature analyse(String title, String body, Entity... entities) {
        return analyser.analyse(title, body, "en", List.of(entities));
    }

    private static Entity entity(String id, String name, float salience) {
        return Entity.newBuilder()
                .setEntityId(id)
                .setName(name)
                .setType(EntityType.LOCATION)
                .setSalience(salience)
                .setConfidence(1f)
                .setMentions(List.of())
                .build();
    }
}
