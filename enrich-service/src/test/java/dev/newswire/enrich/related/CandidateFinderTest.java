package dev.newswire.enrich.related;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newswire.platform.serde.TrustedRecords;
import dev.newswire.schema.internal.LinkEvent;
import dev.newswire.schema.internal.Posting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandidateFinderTest {
    static {
        TrustedRecords.trust();
    }

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Analyser analyser = new Analyser(DocumentFrequencies.shipped());
    private final CandidateFinder finder = new CandidateFinder(PairScorer.shipped(), Duration.ofDays(7), 3);

    @Test
    void pairIsScoredUnderItsRarestSharedKeyOnly() {
        Candidate one = candidate("a", NOON);
        Candidate other = candidate("b", NOON.plusSeconds(1));
        List<LinkEvent> events = new ArrayList<>();
        one.keys().forEach(key -> events.addAll(finder.find(key, one, List.of(other))));

        assertThat(events).hasSize(1);
        assertThat(finder.find(one.keys().get(0), one, List.of(other))).isEqualTo(events);
    }

    @Test
    void toldAreTheStrongestAndOfEqualOnesTheOldest() {
        List<Candidate> others = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            others.add(candidate("b" + i, NOON.plusSeconds(i)));
        }
        Candidate arriving = candidate("a", NOON.plusSeconds(9));

        assertThat(finder.find(arriving.keys().get(0), arriving, others))
                .extracting(LinkEvent::getOtherId)
                .containsExactly("b0", "b1", "b2");
    }

    @Test
    void withdrawnAndDistantAndOwnPostingsAreLeftOut() {
        Candidate arriving = candidate("a", NOON);
        String key = arriving.keys().get(0);
        Candidate withdrawn = Candidate.from(
                Posting.newBuilder(posting("b", NOON)).setSignature(null).build());

        assertThat(finder.find(key, arriving, List.of(withdrawn))).isEmpty();
        assertThat(finder.find(key, arriving, List.of(arriving))).isEmpty();
        assertThat(finder.find(key, arriving, List.of(candidate("c", NOON.minus(Duration.ofDays(8))))))
                .isEmpty();
        assertThat(finder.find(key, withdrawn, List.of(arriving))).isEmpty();
    }

    private Candidate candidate(String id, Instant at) {
        return Candidate.from(posting(id, at));
    }

    private Posting posting(String id, Instant at) {
        Signature signature = analyser.analyse(
                "Ferry aground off Skagen",
                "A ferry with ninety people ran aground off Skagen on Sunday. Coastguard boats took off the"
                        + " passengers.",
                "en",
                List.of());
        return Posting.newBuilder()
                .setArticleId(id)
                .setGeneration(1)
                .setAt(at)
                .setKeys(analyser.keys(signature))
                .setSignature(signature.toAvro())
                .build();
    }
}
